package org.carillon.schemas.geo;

import org.locationtech.jts.geom.Geometry;

/**
 * A shape of a GeoJSON file and what it stands for.
 *
 * @param code its property {@code code}
 * @param geometry a valid polygon or several
 * @param line where in the file it begins, 1-based
 * @param column where in that line
 */
public record GeoFeature(String code, Geometry geometry, int line, int column) {}
