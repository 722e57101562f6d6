package org.carillon.schemas.cap;

import java.util.List;
import java.util.stream.Collectors;

/** A closed ring of at least four positions, the last equal to the first, beside the text it was read from. */
public record CapPolygon(String text, List<CapPoint> points) {

    public CapPolygon {
        points = List.copyOf(points);
        if (points.size() < 4 || !points.getFirst().equals(points.getLast())) {
            throw new IllegalArgumentException("a polygon has four or more points, the last equal to the first");
        }
    }

    /** A ring in canonical spelling. */
    public static CapPolygon of(List<CapPoint> points) {
        return new CapPolygon(points.stream().map(CapPoint::text).collect(Collectors.joining(" ")), points);
    }
}
