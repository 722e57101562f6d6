package org.carillon.schemas.cap.rules;

/** How a reader takes small faults. */
public enum Strictness {
    /** Every fault is an error: for officers and partners, who can mend their message. */
    STRICT,
    /**
     * Elements out of order, open polygons, and empty polygons beside other geometry are mended, each mending a
     * warning: for feeds that nobody here can mend.
     */
    LENIENT
}
