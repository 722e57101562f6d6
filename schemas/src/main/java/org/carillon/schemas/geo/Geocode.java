package org.carillon.schemas.geo;

/**
 * A code for an area, and the list that it is from.
 *
 * @param name the list, such as {@code DISTRICT}
 * @param value the code
 */
public record Geocode(String name, String value) {}
