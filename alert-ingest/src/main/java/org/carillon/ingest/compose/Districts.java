package org.carillon.ingest.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.geo.AreaShape;
import org.carillon.schemas.geo.Circle;
import org.carillon.schemas.geo.DistrictMatch;
import org.carillon.schemas.geo.Geocode;
import org.carillon.schemas.geo.LatLon;

/** From the areas of a message to the city's districts. */
final class Districts {
    private final City city;

    Districts(City city) {
        this.city = city;
    }

    /** What the areas of all infos mean: the union. */
    List<DistrictMatch> of(CapAlert message) {
        return city.match(shapes(message));
    }

    /** What the areas would mean with latitude and longitude the other way round; codes do not count. */
    List<DistrictMatch> ofSwapped(CapAlert message) {
        List<AreaShape> swapped = new ArrayList<>();
        for (AreaShape shape : shapes(message)) {
            for (List<LatLon> ring : shape.polygons()) {
                if (ring.stream().allMatch(Districts::isSwappable)) {
                    swapped.add(new AreaShape(
                            List.of(ring.stream().map(Districts::swapped).toList()), List.of(), List.of()));
                }
            }
            for (Circle circle : shape.circles()) {
                if (isSwappable(circle.centre())) {
                    swapped.add(new AreaShape(
                            List.of(), List.of(new Circle(swapped(circle.centre()), circle.radiusKm())), List.of()));
                }
            }
        }
        return city.match(swapped);
    }

    private static boolean isSwappable(LatLon place) {
        return Math.abs(place.longitude()) <= 90;
    }

    private static LatLon swapped(LatLon place) {
        return new LatLon(place.longitude(), place.latitude());
    }

    /** The codes of the districts that some areas mean. */
    Set<String> codes(List<CapArea> areas) {
        return city.match(areas.stream().map(Districts::shape).toList()).stream()
                .map(DistrictMatch::district)
                .collect(Collectors.toSet());
    }

    /** Codes that look like the city's own and name nothing in it: most likely a mistake. */
    List<Geocode> unknownCodes(List<CapArea> areas) {
        return city.unknownCodes(areas.stream().map(Districts::shape).toList());
    }

    /** The names of the districts that one area means, for its description. */
    String names(CapArea area, String language) {
        List<String> names = city.match(List.of(shape(area))).stream()
                .map(match -> city.districtName(match.district(), language))
                .distinct()
                .toList();
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    /** Whether any area says more than a name. */
    static boolean located(CapAlert message) {
        return areas(message)
                .anyMatch(area -> area.hasGeometry() || !area.geocodes().isEmpty());
    }

    private static List<AreaShape> shapes(CapAlert message) {
        return areas(message).map(Districts::shape).distinct().toList();
    }

    private static AreaShape shape(CapArea area) {
        return new AreaShape(
                area.polygons().stream()
                        .map(p -> p.points().stream().map(Districts::place).toList())
                        .toList(),
                area.circles().stream()
                        .map(c -> new Circle(place(c.center()), c.radiusKm()))
                        .toList(),
                area.geocodes().stream()
                        .map(g -> new Geocode(g.valueName(), g.value()))
                        .toList());
    }

    private static Stream<CapArea> areas(CapAlert message) {
        return message.infos().stream().flatMap(info -> info.areas().stream());
    }

    private static LatLon place(CapPoint point) {
        return new LatLon(point.lat(), point.lon());
    }
}
