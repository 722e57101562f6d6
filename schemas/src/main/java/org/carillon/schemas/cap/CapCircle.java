package org.carillon.schemas.cap;

/** A centre and a radius in kilometres (0 is a point), beside the text it was read from. */
public record CapCircle(String text, CapPoint center, double radiusKm) {

    public CapCircle {
        if (!(radiusKm >= 0) || Double.isInfinite(radiusKm)) {
            throw new IllegalArgumentException("no radius: " + radiusKm);
        }
        radiusKm = CapPoint.positiveZero(radiusKm);
    }

    /** A circle in canonical spelling. */
    public static CapCircle of(CapPoint center, double radiusKm) {
        return new CapCircle(center.text() + " " + CapPoint.plain(radiusKm), center, radiusKm);
    }
}
