package org.carillon.schemas.geo;

/**
 * All places within a distance of a centre.
 *
 * @param centre the middle
 * @param radiusKm kilometres over ground; 0 means the one place
 */
public record Circle(LatLon centre, double radiusKm) {
    public Circle {
        if (!(radiusKm >= 0) || Double.isInfinite(radiusKm)) {
            throw new IllegalArgumentException("not a radius: " + radiusKm);
        }
    }
}
