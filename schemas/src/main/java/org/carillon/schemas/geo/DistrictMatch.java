package org.carillon.schemas.geo;

/**
 * A district that an area means.
 *
 * @param district its code
 * @param by what meant it; the first reason found, codes before shapes
 * @param detail the reason for people, such as {@code DISTRICT=D03} or {@code area 1, polygon 2}
 */
public record DistrictMatch(String district, MatchedBy by, String detail) {}
