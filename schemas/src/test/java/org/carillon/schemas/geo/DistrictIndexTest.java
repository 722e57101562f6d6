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
import org.locationtech.jts.geom.Envelope;
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
    void shouldTakeCirclesAtThePolesOverTheDateLineAndRoundDistricts() {
        DistrictIndex globe = index(
                "NORTH", "POLYGON((100 88, 110 88, 110 89.9, 100 89.9, 100 88))",
                "SOUTH", "POLYGON((-70 -90, -60 -90, -60 -88, -70 -88, -70 -90))",
                "W", "POLYGON((179 -10, 180 -10, 180 -9, 179 -9, 179 -10))",
                "E", "POLYGON((-180 -10, -179 -10, -179 -9, -180 -9, -180 -10))",
                "WIDE", "POLYGON((0 50, 60 50, 60 60, 0 60, 0 50))");

        assertThat(codesOf(globe, circle(90, 0, 10))).isEmpty();
        assertThat(codesOf(globe, circle(90, -170, 12))).as("11.1 km").containsExactly("NORTH");
        assertThat(codesOf(globe, circle(89.95, -75, 25))).as("over the pole").containsExactly("NORTH");
        assertThat(codesOf(globe, circle(-90, 100, 1))).containsExactly("SOUTH");
        assertThat(codesOf(globe, circle(-9.5, 179.99, 0.5))).containsExactly("W");
        assertThat(codesOf(globe, circle(-9.5, 179.99, 1.2))).as("1.1 km").containsExactly("W", "E");
        assertThat(codesOf(globe, circle(-9.5, -179.99, 1.2))).containsExactly("W", "E");
        assertThat(codesOf(globe, circle(-9.5, -180, 0))).as("one meridian").containsExactly("W", "E");
        assertThat(codesOf(globe, circle(-9.5, 178, 500))).as("round both").containsExactly("W", "E");
        assertThat(codesOf(globe, circle(63, 30, 300)))
                .as("the great circle comes near, the border lies 334 km away")
                .isEmpty();
        assertThat(codesOf(globe, circle(63, 30, 340))).containsExactly("WIDE");
        assertThat(matched(circle(40.2, 10.1, 0))).as("a point in a hole").isEmpty();
        assertThat(matched(circle(40.005, 10.308, 5))).as("round an island").containsExactly("D04");
    }

    @Test
    void shouldTellIslandsAndHolesApart() {
        DistrictIndex lakes = index(
                "LAND",
                "POLYGON((10 40, 10.4 40, 10.4 40.4, 10 40.4, 10 40), (10.1 40.1, 10.3 40.1, 10.3 40.3, 10.1 40.3, 10.1 40.1))",
                "ISLAND",
                "POLYGON((10.18 40.18, 10.22 40.18, 10.22 40.22, 10.18 40.22, 10.18 40.18))");

        assertThat(codesOf(lakes, ring(40.12, 10.12, 40.12, 10.28, 40.28, 10.28, 40.28, 10.12)))
                .as("round the island, within the lake")
                .containsExactly("ISLAND");
        assertThat(codesOf(lakes, ring(40.12, 10.12, 40.12, 10.16, 40.16, 10.16, 40.16, 10.12)))
                .as("in the lake")
                .isEmpty();
        assertThat(codesOf(lakes, ring(40.1, 10.1, 40.1, 10.3, 40.3, 10.3, 40.3, 10.1)))
                .as("the lake itself")
                .containsExactly("ISLAND");
        assertThat(codesOf(lakes, ring(40.09, 10.12, 40.09, 10.16, 40.16, 10.16, 40.16, 10.12)))
                .as("on the shore")
                .containsExactly("LAND");
        assertThat(codesOf(lakes, circle(40.2, 10.2, 8))).containsExactly("ISLAND");
        assertThat(codesOf(lakes, circle(40.2, 10.2, 9))).as("8.5 km").containsExactly("LAND", "ISLAND");
    }

    @Test
    void shouldBeQuickWithFiftyThousandPointsAndManyDistricts() {
        Map<String, Geometry> shapes = new LinkedHashMap<>();
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < 2500; i++) {
            double x = 10 + (i % 50) * 0.01;
            double y = 40 + Math.floorDiv(i, 50) * 0.01;
            shapes.put(
                    "D" + i,
                    factory.toGeometry(new Envelope(x, x + 0.01, y, y + 0.01)).buffer(-1e-3, 4));
        }
        DistrictIndex city = new DistrictIndex(shapes, NAMES);
        List<LatLon> scribble = closed(IntStream.range(0, 50_000)
                .mapToObj(i -> new LatLon(40.25 + 0.2 * Math.sin(i * 0.7), 10.25 + 0.2 * Math.cos(i * 1.1)))
                .toList());
        List<LatLon> coast = closed(IntStream.range(0, 50_000)
                .mapToObj(i -> new LatLon(
                        40.25 + (0.2 + 0.001 * (i % 2)) * Math.sin(2 * Math.PI * i / 50_000),
                        10.25 + (0.2 + 0.001 * (i % 2)) * Math.cos(2 * Math.PI * i / 50_000)))
                .toList());

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(codesOf(city, new AreaShape(List.of(scribble), List.of(), List.of())))
                    .hasSizeGreaterThan(1000);
            assertThat(codesOf(city, new AreaShape(List.of(coast), List.of(), List.of())))
                    .hasSizeBetween(1200, 1500);
        });
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
