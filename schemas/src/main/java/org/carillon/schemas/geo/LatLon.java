package org.carillon.schemas.geo;

/**
 * A place on the WGS 84 globe, latitude first as CAP writes it.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record LatLon(double latitude, double longitude) {
    public LatLon {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a place on earth: " + latitude + "," + longitude);
        }
    }
}
