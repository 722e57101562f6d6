package org.carillon.schemas.geo;

import java.util.List;

/**
 * An area as CAP describes it: everything that any of its parts covers.
 *
 * @param polygons closed rings, each filled
 * @param circles circles
 * @param geocodes codes; those of unknown lists mean nothing here
 */
public record AreaShape(List<List<LatLon>> polygons, List<Circle> circles, List<Geocode> geocodes) {
    public AreaShape {
        polygons = polygons.stream().map(List::copyOf).toList();
        circles = List.copyOf(circles);
        geocodes = List.copyOf(geocodes);
    }
}
