package org.carillon.ingest.alerts;

import java.util.List;
import java.util.Map;

/**
 * Where an alert goes, as it is stored and not as it was meant: what an approver reads back.
 *
 * @param population of all its districts, by the census
 * @param withoutLanguage people of these districts by their language, where the alert has no text for them
 * @param nameToType true where an approver has to type the name of one of the districts
 * @param geoJson a FeatureCollection (RFC 7946): its districts, then the shapes as they were drawn; a circle is a point with a
 *     {@code radiusKm}
 */
public record ReadBack(
        List<Place> districts,
        long population,
        Map<String, Long> withoutLanguage,
        boolean nameToType,
        Map<String, Object> geoJson) {
    public ReadBack {
        districts = List.copyOf(districts);
        withoutLanguage = Map.copyOf(withoutLanguage);
        geoJson = Map.copyOf(geoJson);
    }

    /**
     * One district.
     *
     * @param name by language
     * @param matchedBy what of the message means it, as {@code POLYGON}
     */
    public record Place(String code, Map<String, String> name, long population, String matchedBy) {}
}
