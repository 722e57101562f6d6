package org.carillon.schemas.geo;

/** What part of an area meant a district. */
public enum MatchedBy {
    /** A code that names the district. */
    GEOCODE,
    /** A polygon that covers at least a part of it. */
    POLYGON,
    /** A circle that covers at least a part of it. */
    CIRCLE
}
