package org.carillon.schemas.cap;

import java.math.BigDecimal;

/** A WGS 84 position in degrees, latitude first as in CAP (GeoJSON has it the other way round). */
public record CapPoint(double lat, double lon) {

    public CapPoint {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("no position on earth: " + lat + "," + lon);
        }
        lat = positiveZero(lat);
        lon = positiveZero(lon);
    }

    /** {@code lat,lon} in plain decimals. */
    public String text() {
        return plain(lat) + "," + plain(lon);
    }

    /** Otherwise -0 and 0, the same place, would be two records. */
    static double positiveZero(double value) {
        return value == 0 ? 0.0 : value;
    }

    static String plain(double value) {
        String text = BigDecimal.valueOf(value).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
