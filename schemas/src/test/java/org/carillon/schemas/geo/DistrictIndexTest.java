package org.carillon.schemas.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Two districts side by side, a third that surrounds a hole, a fourth of two islands. */
class DistrictIndexTest {
    private static final List<String> NAMES = List.of("DISTRICT", "carillon:district");

    private final DistrictIndex city = index(
            "D01", "POLYGON((10 40, 10.1 40, 10.1 40.1, 10 40.1, 10 40))",
            "D02", "POLYGON((10.1 40, 10.2 40, 10.2 40.1, 10.1 40.1, 10.1 40))",
            "D03",
                    "POLYGON((10 40.1, 10.2 40.1, 10.2 40.3, 10 40.3, 10 40.1),"
                            + "(10.05 40.15, 10.15 40.15, 10.15 40.25, 10.05 40.25, 10.05 40.15))",
            "D04",
                    "MULTIPOLYGON(((10.3 40, 10.31 40, 10.31 40.01, 10.3 40)), ((10.4 40, 10.41 40, 10.41 40.01, 10.4 40)))");

    @Test
    void shouldMatchByGeocodeInAnyCase() {
        assertThat(city.match(List.of(codes("District", "d02"), codes("CARILLON:DISTRICT", "D01"))))
                .containsExactly(
                        new DistrictMatch("D01", MatchedBy.GEOCODE, "CARILLON:DISTRICT=D01"),
                        new DistrictMatch("D02", MatchedBy.GEOCODE, "District=D02"));
        assertThat(city.match(List.of(codes("FIPS6", "D01")))).isEmpty();
        assertThat(city.unknownCodes(List.of(codes("FIPS6", "X"), codes("DISTRICT", "D99"))))
                .containsExactly(new Geocode("DISTRICT", "D99"));
    }

    @Test
    void shouldMatchPolygons() {
        assertThat(matched(ring(40.02, 10.02, 40.02, 10.05, 40.05, 10.05, 40.05, 10.02)))
                .containsExactly("D01");
        assertThat(matched(ring(40.02, 10.05, 40.02, 10.15, 40.05, 10.15, 40.05, 10.05)))
                .containsExactly("D01", "D02");
        assertThat(matched(ring(39, 9, 39, 11, 41, 11, 41, 9))).containsExactly("D01", "D02", "D03", "D04");
        assertThat(matched(ring(39.99, 10.395, 39.99, 10.42, 40.02, 10.42, 40.02, 10.395)))
                .as("one of two islands")
                .containsExactly("D04");
    }

    @Test
    void shouldNotTakeASharedBorderForAMatch() {
        assertThat(matched(ring(40, 10, 40, 10.1, 40.1, 10.1, 40.1, 10)))
                .as("the district itself")
                .containsExactly("D01");
        assertThat(matched(ring(40, 10, 40, 10.10003, 40.1, 10.10003, 40.1, 10)))
                .as("the district, drawn 3 m off")
                .containsExactly("D01");
        assertThat(matched(ring(39.9, 10, 39.9, 10.1, 40, 10.1, 40, 10)))
                .as("the neighbouring town")
                .isEmpty();
    }

    @Test
    void shouldMatchNothingOutsideOrInAHole() {
        assertThat(matched(ring(50, 10, 50, 11, 51, 11, 51, 10))).isEmpty();
        assertThat(matched(ring(40.16, 10.06, 40.16, 10.14, 40.24, 10.14, 40.24, 10.06)))
                .isEmpty();
        assertThat(city.match(List.of())).isEmpty();
        assertThat(city.match(List.of(new AreaShape(List.of(List.of()), List.of(), List.of()))))
                .isEmpty();
    }

    @Test
    void shouldMatchAHouseOnTheBorder() {
        assertThat(matched(ring(40.05, 10.09998, 40.05, 10.1, 40.05002, 10.1, 40.05002, 10.09998)))
                .containsExactly("D01");
    }

    @Test
    void shouldTakeRingsThatCrossThemselves() {
        List<DistrictMatch> bow = city.match(List.of(ring(40.02, 10.02, 40.05, 10.18, 40.05, 10.02, 40.02, 10.18)));

        assertThat(bow).extracting(DistrictMatch::district).containsExactly("D01", "D02");
        assertThat(bow.get(0).detail()).isEqualTo("area 1, polygon 1 (crosses itself)");
    }

    @Test
    void shouldCoverWhatARingGoesRoundTwice() {
        assertThat(matched(ring(39, 9, 39, 11, 41, 11, 41, 9, 39, 9, 39, 11, 41, 11, 41, 9)))
                .containsExactly("D01", "D02", "D03", "D04");
    }

    @Test
    void shouldIgnoreRingsWithoutArea() {
        assertThat(matched(ring(40.05, 10, 40.05, 10.2))).isEmpty();
        assertThat(matched(ring(40.05, 10, 40.05, 10.1, 40.05, 10.2))).isEmpty();
        assertThat(matched(ring(40.05, 10.05))).isEmpty();
    }

    @Test
    void shouldMatchCircles() {
        assertThat(matched(circle(40.05, 10.05, 0))).as("a point").containsExactly("D01");
        assertThat(matched(circle(40.05, 10.1, 0))).as("a point on a border").containsExactly("D01", "D02");
        assertThat(matched(circle(40.05, 10.05, 1))).containsExactly("D01");
        assertThat(matched(circle(40.05, 10.05, 4.5))).as("4.26 km to D02").containsExactly("D01", "D02");
        assertThat(matched(circle(40.05, 10.05, 4.2))).containsExactly("D01");
        assertThat(matched(circle(40.2, 10.1, 3))).as("within the hole").isEmpty();
        assertThat(matched(circle(40.2, 10.1, 6))).containsExactly("D03");
        assertThat(matched(circle(39.9, 10.05, 11))).as("11.12 km away").isEmpty();
        assertThat(matched(circle(39.9, 10.05, 11.3))).containsExactly("D01");
        assertThat(matched(circle(-40, -170, 19_000))).isEmpty();
        assertThat(matched(circle(-40, -170, 20_100))).containsExactly("D01", "D02", "D03", "D04");
    }

    @Test
    void shouldAddUpAllAreas() {
        assertThat(city.match(List.of(
                        ring(40.02, 10.12, 40.02, 10.15, 40.05, 10.15, 40.05, 10.12),
                        circle(40.05, 10.05, 0.1),
                        codes("DISTRICT", "D04"))))
                .extracting(DistrictMatch::district, DistrictMatch::by)
                .containsExactly(
                        tuple("D01", MatchedBy.CIRCLE),
                        tuple("D02", MatchedBy.POLYGON),
                        tuple("D04", MatchedBy.GEOCODE));
    }

    @Test
    void shouldCrossTheDateLine() {
        DistrictIndex pacific = index(
                "W", "POLYGON((179 -10, 180 -10, 180 -9, 179 -9, 179 -10))",
                "E", "POLYGON((-180 -10, -179 -10, -179 -9, -180 -9, -180 -10))",
                "FAR", "POLYGON((0 -10, 1 -10, 1 -9, 0 -9, 0 -10))");

        assertThat(codesOf(pacific, ring(-9.8, 179.5, -9.8, -179.5, -9.2, -179.5, -9.2, 179.5)))
                .containsExactly("W", "E");
        assertThat(codesOf(pacific, ring(-9.8, -179.5, -9.8, 179.5, -9.2, 179.5, -9.2, -179.5)))
                .containsExactly("W", "E");
        assertThat(codesOf(pacific, circle(-9.5, 180, 20))).containsExactly("W", "E");
        assertThat(codesOf(pacific, ring(-90, -180, -90, 180, 90, 180, 90, -180)))
                .as("a map of the world")
                .containsExactly("W", "E", "FAR");
        assertThat(codesOf(pacific, ring(-5, 0, -5, 120, -5, -120)))
                .as("around the south pole")
                .containsExactly("W", "E", "FAR");
        assertThat(codesOf(pacific, ring(5, 0, 5, 120, 5, -120)))
                .as("around the north pole")
                .isEmpty();
    }

    @Test
    void shouldBeQuickWithFiftyThousandPoints() {
        List<List<LatLon>> polygons = new ArrayList<>();
        for (int p = 0; p < 1000; p++) {
            double x = 10.01 + (p % 20) * 0.009;
            double y = 40.01 + Math.floorDiv(p, 20) * 0.005;
            polygons.add(closed(IntStream.range(0, 49)
                    .mapToObj(i -> new LatLon(
                            y + 0.01 * Math.sin(2 * Math.PI * i / 49), x + 0.01 * Math.cos(2 * Math.PI * i / 49)))
                    .toList()));
        }
        List<LatLon> jagged = closed(IntStream.range(0, 50_000)
                .mapToObj(i -> new LatLon(
                        40.05 + (0.01 + 0.03 * (i % 2)) * Math.sin(2 * Math.PI * i / 50_000),
                        10.05 + (0.01 + 0.03 * (i % 2)) * Math.cos(2 * Math.PI * i / 50_000)))
                .toList());

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(matched(new AreaShape(polygons, List.of(), List.of()))).contains("D01", "D02", "D03");
            assertThat(matched(new AreaShape(List.of(jagged), List.of(), List.of())))
                    .containsExactly("D01");
        });
    }

    private List<String> matched(AreaShape area) {
        return codesOf(city, area);
    }

    private static List<String> codesOf(DistrictIndex index, AreaShape area) {
        return index.match(List.of(area)).stream().map(DistrictMatch::district).toList();
    }

    private static AreaShape codes(String name, String value) {
        return new AreaShape(List.of(), List.of(), List.of(new Geocode(name, value)));
    }

    private static AreaShape circle(double latitude, double longitude, double radiusKm) {
        Circle circle = new Circle(new LatLon(latitude, longitude), radiusKm);
        return new AreaShape(List.of(), List.of(circle), List.of());
    }

    /** Latitude, longitude, latitude, … without the closing place. */
    private static AreaShape ring(double... numbers) {
        List<LatLon> places = IntStream.range(0, numbers.length / 2)
                .mapToObj(i -> new LatLon(numbers[2 * i], numbers[2 * i + 1]))
                .toList();
        return new AreaShape(List.of(closed(places)), List.of(), List.of());
    }

    private static List<LatLon> closed(List<LatLon> places) {
        return Stream.concat(places.stream(), Stream.of(places.get(0))).toList();
    }

    private static DistrictIndex index(String... codesAndShapes) {
        Map<String, Geometry> shapes = new LinkedHashMap<>();
        WKTReader reader = new WKTReader(new GeometryFactory());
        try {
            for (int i = 0; i < codesAndShapes.length; i += 2) {
                shapes.put(codesAndShapes[i], reader.read(codesAndShapes[i + 1]));
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return new DistrictIndex(shapes, NAMES);
    }
}
