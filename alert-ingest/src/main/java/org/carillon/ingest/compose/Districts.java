package org.carillon.ingest.compose;

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
