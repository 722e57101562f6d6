package org.carillon.ingest.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carillon.ingest.compose.City;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.city.Census;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.District;

/** Reads back where an alert goes, on the map and in people. */
final class AreaDesk {
    private final CityPack pack;

    AreaDesk(City city) {
        pack = city.pack();
    }

    /**
     * Reads back.
     *
     * @param message the stored document, for the shapes as they were drawn; empty where it is not kept any more
     */
    ReadBack of(Alert alert, Optional<CapAlert> message) {
        AlertContent content = alert.content();
        Census census = pack.census();
        List<ReadBack.Place> places = new ArrayList<>();
        List<Object> features = new ArrayList<>();
        for (String code : content.districts()) {
            Optional<District> district = pack.district(code);
            Map<String, String> names =
                    district.map(known -> known.names().texts()).orElse(Map.of());
            String by = content.matchedBy().getOrDefault(code, "");
            places.add(new ReadBack.Place(code, names, census.ofDistrict(code), by));
            district.ifPresent(known -> features.add(feature(
                    Map.of("kind", "district", "code", code, "name", names, "population", census.ofDistrict(code)),
                    GeoJsonGeometry.of(known.area()))));
        }
        message.ifPresent(drawn -> drawn.infos().stream()
                .flatMap(info -> info.areas().stream())
                .flatMap(area -> shapes(area).stream())
                .distinct()
                .forEach(features::add));
        boolean typed =
                content.forResidents() && content.severity() == Severity.EXTREME && content.msgType() != MsgType.CANCEL;
        return new ReadBack(
                places,
                places.stream().mapToLong(ReadBack.Place::population).sum(),
                withoutLanguage(content, census),
                typed,
                Map.of("type", "FeatureCollection", "features", features));
    }

    private static Map<String, Long> withoutLanguage(AlertContent content, Census census) {
        Set<String> spoken =
                content.texts().keySet().stream().map(AreaDesk::base).collect(Collectors.toSet());
        Map<String, Long> people = new TreeMap<>();
        for (String district : content.districts()) {
            census.people().getOrDefault(district, Map.of()).forEach((language, count) -> {
                if (!spoken.contains(base(language)) && count > 0) {
                    people.merge(language, count, Long::sum);
                }
            });
        }
        return people;
    }

    /** Who reads Portuguese reads that of Brazil. */
    private static String base(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }

    private static List<Map<String, Object>> shapes(CapArea area) {
        List<Map<String, Object>> features = new ArrayList<>();
        area.polygons()
                .forEach(polygon -> features.add(feature(
                        Map.of("kind", "polygon"),
                        Map.of(
                                "type",
                                "Polygon",
                                "coordinates",
                                List.of(polygon.points().stream()
                                        .map(AreaDesk::position)
                                        .toList())))));
        area.circles()
                .forEach(circle -> features.add(feature(
                        Map.of("kind", "circle", "radiusKm", circle.radiusKm()),
                        Map.of("type", "Point", "coordinates", position(circle.center())))));
        return features;
    }

    private static List<Double> position(CapPoint point) {
        return List.of(point.lon(), point.lat());
    }

    private static Map<String, Object> feature(Map<String, Object> properties, Map<String, Object> geometry) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", properties);
        feature.put("geometry", geometry);
        return feature;
    }
}
