package org.carillon.schemas.city;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A part of the city that residents subscribe for.
 *
 * @param code such as {@code D01}; never reused
 * @param names its name
 * @param aliases what residents also call it, by language
 * @param postcodes its postcodes
 * @param neighbours codes of districts beside it, if the pack says so
 * @param area its ground: longitude is x, latitude is y; do not change it
 */
public record District(
        String code,
        Localized names,
        Map<String, List<String>> aliases,
        List<String> postcodes,
        List<String> neighbours,
        Geometry area) {
    public District {
        aliases = Map.copyOf(aliases);
        postcodes = List.copyOf(postcodes);
        neighbours = List.copyOf(neighbours);
    }
}
