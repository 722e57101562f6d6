package org.carillon.schemas.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The index against slow ways to the same answer, for random districts and areas. */
class GeometryPropertyTest {
    private static final GeometryFactory PLANE = new GeometryFactory();

    @Property(tries = 300)
    void shouldMatchWhatThePlaneSaysOfAValidPolygon(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Geometry> districts = districts(random, 10, 40, 0.1);
        Polygon area = random.nextInt(3) == 0 ? box(random, 10, 40, 0.1) : star(random, 10, 40, 0.1);

        List<String> covered = codes(districts, district -> shrunk(district).intersects(area));
        List<String> expected = !covered.isEmpty()
                ? covered
                : codes(
                        districts,
                        district -> district.intersects(area)
                                && district.intersection(area).getArea() >= 0.1 * area.getArea());

        assertThat(matched(districts, ring(area.getCoordinates()))).containsExactlyElementsOf(expected);
    }

    @Property(tries = 300)
    void shouldTakeShortcutsToTheSameEndForAnyRing(@ForAll long seed) {
        Random random = new Random(seed);
        double x = random.nextBoolean() ? 179.95 : 10;
        Map<String, Geometry> districts = districts(random, x, 40, 0.1);
        List<LatLon> places = scribble(random, x, 40, 0.1);

        RingShape.of(places)
                .ifPresent(ring -> districts.forEach(
                        (code, geometry) -> assertThat(new DistrictShape(code, 0, geometry).isMeantBy(ring))
                                .as("%s %s", geometry, places)
                                .isEqualTo(isCoveredAtLength(geometry, ring))));
    }

    @Property(tries = 300)
    void shouldFindForACircleWhatEveryDistrictSays(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Geometry> districts = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            double size = random.nextBoolean() ? 1 : 20;
            double anywhere = -180 + size + random.nextDouble() * (360 - 2 * size);
            double x = random.nextInt(3) == 0 ? Math.copySign(180 - size, anywhere) : anywhere;
            double y = -90 + size + random.nextDouble() * (180 - 2 * size);
            districts.put("D" + i, box(random, x, y, size));
        }
        Circle circle = circle(random);

        List<String> expected = codes(districts, district -> new DistrictShape("any", 0, district).isMeantBy(circle));

        assertThat(matched(districts, new AreaShape(List.of(), List.of(circle), List.of())))
                .as("%s", circle)
                .containsExactlyElementsOf(expected);
    }

    @Property(tries = 300)
    void shouldMeanADistrictExactlyWhenSomePlaceInItIsWithinTheRadius(@ForAll long seed) {
        Random random = new Random(seed);
        double y = random.nextDouble() * 160 - 80;
        Polygon district = random.nextBoolean() ? star(random, 10, y, 0.5) : box(random, 10, y, 3);
        Circle circle = new Circle(
                new LatLon(y + random.nextGaussian(), 10 + random.nextGaussian() * 2), random.nextDouble() * 200);

        double nearest = nearestPlace(district, circle.centre());
        boolean meant = new DistrictShape("any", 0, district).isMeantBy(circle);

        if (nearest < circle.radiusKm() - 0.02) {
            assertThat(meant).as("%s %s %f km", district, circle, nearest).isTrue();
        } else if (nearest > circle.radiusKm() + 0.02) {
            assertThat(meant).as("%s %s %f km", district, circle, nearest).isFalse();
        }
    }

    /** What the shortcuts leave out: the whole outline against the whole district, points for what it goes round. */
    private static boolean isCoveredAtLength(Geometry district, RingShape ring) {
        Geometry core = shrunk(district);
        Geometry outline =
                PLANE.createMultiLineString(IntStream.range(0, ring.geometry().getNumGeometries())
                        .mapToObj(i -> PLANE.createLineString(
                                ring.geometry().getGeometryN(i).getCoordinates()))
                        .toArray(LineString[]::new));
        return outline.intersects(core)
                || IntStream.range(0, core.getNumGeometries())
                        .mapToObj(i -> core.getGeometryN(i).getInteriorPoint().getCoordinate())
                        .anyMatch(ring::goesRound);
    }

    private static Geometry shrunk(Geometry district) {
        Geometry shrunk = district.buffer(-DistrictShape.BORDER);
        return shrunk.isEmpty() ? district : shrunk;
    }

    /** Kilometres to the nearest of very many points of the border, 0 from within. */
    private static double nearestPlace(Polygon district, LatLon from) {
        Point point = PLANE.createPoint(new Coordinate(from.longitude(), from.latitude()));
        if (district.covers(point)) {
            return 0;
        }
        double nearest = Double.MAX_VALUE;
        Coordinate[] ring = district.getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            int steps = 1 + (int) (ring[i].distance(ring[i - 1]) / 1e-3);
            for (int s = 0; s <= steps; s++) {
                double share = (double) s / steps;
                LatLon place = new LatLon(
                        ring[i - 1].y + share * (ring[i].y - ring[i - 1].y),
                        ring[i - 1].x + share * (ring[i].x - ring[i - 1].x));
                nearest = Math.min(nearest, Globe.distanceKm(from, place));
            }
        }
        return nearest;
    }

    private static Circle circle(Random random) {
        double latitude = switch (random.nextInt(4)) {
            case 0 -> 90 - random.nextDouble();
            case 1 -> -90 + random.nextDouble();
            default -> random.nextDouble() * 180 - 90;
        };
        double longitude = switch (random.nextInt(3)) {
            case 0 -> 180 - random.nextDouble();
            case 1 -> -180 + random.nextDouble();
            default -> random.nextDouble() * 360 - 180;
        };
        double radius = Math.pow(10, random.nextDouble() * 4.2) - 1;
        return new Circle(new LatLon(latitude, longitude), radius);
    }

    /** Boxes, stars, stars with a hole, and pairs of islands about a place, as far as the map goes. */
    private static Map<String, Geometry> districts(Random random, double x, double y, double size) {
        Map<String, Geometry> districts = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            Polygon star = star(random, x, y, size);
            Geometry shape = switch (random.nextInt(4)) {
                case 0 -> box(random, x, y, size);
                case 1 -> star.difference(star(random, x, y, size / 3));
                case 2 -> star.union(box(random, x, y, size / 4));
                default -> star;
            };
            Geometry onTheMap = shape.intersection(PLANE.toGeometry(new Envelope(-180, 180, -90, 90)));
            if (onTheMap.getArea() > 0 && onTheMap.getDimension() == 2) {
                districts.put("D" + i, onTheMap.buffer(0));
            }
        }
        return districts;
    }

    private static Polygon box(Random random, double x, double y, double size) {
        double west = x - random.nextDouble() * size;
        double south = y - random.nextDouble() * size;
        return (Polygon) PLANE.toGeometry(
                new Envelope(west, west + random.nextDouble() * size, south, south + random.nextDouble() * size));
    }

    private static Polygon star(Random random, double x, double y, double size) {
        int corners = 3 + random.nextInt(30);
        double middleX = x + (random.nextDouble() - 0.5) * size;
        double middleY = y + (random.nextDouble() - 0.5) * size;
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = size * (0.02 + 0.48 * random.nextDouble());
            ring.add(new Coordinate(middleX + reach * Math.cos(angle), middleY + reach * Math.sin(angle)));
        }
        ring.add(ring.getFirst().copy());
        return PLANE.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** A ring that most often crosses itself and may go round a place twice. */
    private static List<LatLon> scribble(Random random, double x, double y, double size) {
        List<LatLon> places = new ArrayList<>();
        int corners = 3 + random.nextInt(12);
        for (int i = 0; i < corners; i++) {
            double longitude = x + (random.nextDouble() - 0.5) * 2 * size;
            places.add(new LatLon(
                    y + (random.nextDouble() - 0.5) * 2 * size, longitude > 180 ? longitude - 360 : longitude));
        }
        if (random.nextInt(4) == 0) {
            places.addAll(List.copyOf(places));
        }
        places.add(places.getFirst());
        return places;
    }

    private static AreaShape ring(Coordinate[] ring) {
        List<LatLon> places = IntStream.range(0, ring.length)
                .mapToObj(i -> new LatLon(ring[i].y, ring[i].x))
                .toList();
        return new AreaShape(List.of(places), List.of(), List.of());
    }

    private static List<String> matched(Map<String, Geometry> districts, AreaShape area) {
        return new DistrictIndex(districts, List.of())
                .match(List.of(area)).stream().map(DistrictMatch::district).toList();
    }

    private static List<String> codes(Map<String, Geometry> districts, Predicate<Geometry> meant) {
        return districts.entrySet().stream()
                .filter(district -> meant.test(district.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
