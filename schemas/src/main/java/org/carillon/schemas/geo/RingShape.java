package org.carillon.schemas.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What a ring of places covers, in the plane of longitude and latitude: all that it goes round at least once. Rings come
 * from outside and may cross themselves; checking or mending one of 50,000 places can take minutes, so that the
 * questions asked here are those that need neither.
 */
final class RingShape {
    private static final int WGS_84 = 4326;
    private static final int SMALL = 1000;
    private static final int TRIANGLE = 4;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS_84);

    private final Polygon outline;
    private final Geometry geometry;
    private final List<Coordinate[]> rings;
    private final boolean isBox;

    private RingShape(Polygon outline) {
        this.outline = outline;
        this.geometry = wrapped(outline);
        this.isBox = geometry.isRectangle();
        this.rings = IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(i -> geometry.getGeometryN(i).getCoordinates())
                .toList();
    }

    /** Empty if the ring encloses nothing. */
    static Optional<RingShape> of(List<LatLon> ring) {
        List<Coordinate> points = unwrapped(ring);
        if (!hasArea(points)) {
            return Optional.empty();
        }
        if (!points.get(0).equals2D(points.get(points.size() - 1))) {
            points.add(points.get(0).copy());
        }
        return Optional.of(new RingShape(FACTORY.createPolygon(points.toArray(Coordinate[]::new))));
    }

    static GeometryFactory factory() {
        return FACTORY;
    }

    static Geometry nothing() {
        return FACTORY.createPolygon();
    }

    Envelope envelope() {
        return geometry.getEnvelopeInternal();
    }

    /** The outline, repeated a full turn away where it crosses ±180°; not necessarily a valid geometry. */
    Geometry geometry() {
        return geometry;
    }

    /** Whether the ring is its envelope. */
    boolean isBox() {
        return isBox;
    }

    /** Whether the ring goes round the point, in whichever direction and however often. */
    boolean goesRound(Coordinate point) {
        for (Coordinate[] ring : rings) {
            if (windings(ring, point) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The edges of the outline whose own boxes meet this one; empty if there are none. */
    Optional<Geometry> edgesNear(Envelope box) {
        List<LineString> runs = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            int start = 0;
            for (int i = 1; i < ring.length; i++) {
                if (!box.intersects(ring[i - 1], ring[i])) {
                    addRun(ring, start, i, runs);
                    start = i;
                }
            }
            addRun(ring, start, ring.length, runs);
        }
        return runs.isEmpty() ? Optional.empty() : Optional.of(FACTORY.buildGeometry(runs));
    }

    private static void addRun(Coordinate[] ring, int from, int to, List<LineString> runs) {
        if (to - from > 1) {
            runs.add(FACTORY.createLineString(Arrays.copyOfRange(ring, from, to)));
        }
    }

    /** Whether a ring that is small enough to be checked crosses itself. */
    boolean isSeenToCrossItself() {
        boolean cannot = outline.getNumPoints() <= TRIANGLE || isBox;
        return !cannot && isSmall() && !new IsValidOp(outline).isValid();
    }

    /** The shape as a valid geometry, if it is small enough for that. */
    Optional<Geometry> mended() {
        return isSmall() ? Optional.of(GeometryFixer.fix(geometry)) : Optional.empty();
    }

    private boolean isSmall() {
        return outline.getNumPoints() <= SMALL;
    }

    private static boolean hasArea(List<Coordinate> points) {
        for (int i = 2; i < points.size(); i++) {
            Coordinate a = points.get(0);
            Coordinate b = points.get(1);
            Coordinate c = points.get(i);
            if ((b.x - a.x) * (c.y - a.y) != (b.y - a.y) * (c.x - a.x)) {
                return true;
            }
        }
        return false;
    }

    /** Winding number by crossings of the ray to the east. */
    private static int windings(Coordinate[] ring, Coordinate point) {
        int windings = 0;
        for (int i = 1; i < ring.length; i++) {
            Coordinate a = ring[i - 1];
            Coordinate b = ring[i];
            double side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y);
            if (a.y <= point.y && b.y > point.y && side > 0) {
                windings++;
            } else if (a.y > point.y && b.y <= point.y && side < 0) {
                windings--;
            }
        }
        return windings;
    }

    /**
     * Consecutive places more than half a turn apart are joined the short way round, over ±180°. An edge of exactly one
     * turn is the edge of a map of the world and stays. A ring that ends a full turn from its start goes round a pole
     * and is closed over it.
     */
    private static List<Coordinate> unwrapped(List<LatLon> ring) {
        List<Coordinate> points = new ArrayList<>(ring.size() + 3);
        double turn = 0;
        double sumOfLatitudes = 0;
        LatLon previous = null;
        for (LatLon place : ring) {
            if (previous != null) {
                double step = place.longitude() - previous.longitude();
                if (Math.abs(step) > Globe.HALF_TURN && Math.abs(step) < Globe.FULL_TURN) {
                    turn -= Math.signum(step) * Globe.FULL_TURN;
                }
            }
            Coordinate point = new Coordinate(place.longitude() + turn, place.latitude());
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
            sumOfLatitudes += place.latitude();
            previous = place;
        }
        if (turn != 0 && !ring.isEmpty() && ring.get(0).equals(previous)) {
            double pole = Math.copySign(90, sumOfLatitudes);
            points.add(new Coordinate(points.get(points.size() - 1).x, pole));
            points.add(new Coordinate(points.get(0).x, pole));
        }
        return points;
    }

    private static Geometry wrapped(Polygon outline) {
        List<Polygon> copies = new ArrayList<>();
        copies.add(outline);
        if (outline.getEnvelopeInternal().getMaxX() > Globe.HALF_TURN) {
            copies.add(shifted(outline, -Globe.FULL_TURN));
        }
        if (outline.getEnvelopeInternal().getMinX() < -Globe.HALF_TURN) {
            copies.add(shifted(outline, Globe.FULL_TURN));
        }
        return copies.size() == 1 ? outline : FACTORY.createMultiPolygon(copies.toArray(Polygon[]::new));
    }

    private static Polygon shifted(Polygon outline, double degrees) {
        return (Polygon) AffineTransformation.translationInstance(degrees, 0).transform(outline);
    }
}
