package org.carillon.schemas.cap.xml;

/** Where something stands: line and column, both from 1. */
public record XmlPosition(int line, int column) {

    /** The beginning of a document. */
    public static final XmlPosition START = new XmlPosition(1, 1);
}
