package org.carillon.schemas.geo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A district prepared for many questions. May be used from any thread. */
final class DistrictShape {
    /**
     * Degrees, about 5 m: two drawings of one border differ by that much when their numbers are rounded, and a strip of
     * that width is no reason to warn the neighbours.
     */
    static final double BORDER = 5e-5;

    /** The same in kilometres, for circles. */
    private static final double BORDER_KM = 0.005;

    /** An area that lies this much inside a district means it, even if it is only a house on the border. */
    private static final double FAIR_PART = 0.1;

    /**
     * Degrees. The sides of a district are straight on a map of longitude and latitude; over ground they bend, a side of
     * this length by a metre. Longer ones are divided before distances are measured.
     */
    private static final double LONGEST_SIDE = 0.05;

    private final String code;
    private final int position;
    private final Geometry geometry;
    private final PreparedGeometry core;
    private final Envelope coreBox;
    private final boolean isBox;
    private final List<Coordinate> inside;
    private final IndexedPointInAreaLocator locator;
    private final Coordinate[] corners;
    private final Geometry ground;
    private final LatLon middle;
    private final double reachKm;

    DistrictShape(String code, int position, Geometry geometry) {
        this.code = code;
        this.position = position;
        this.geometry = geometry;
        Geometry shrunk = shrunk(geometry);
        this.core = PreparedGeometryFactory.prepare(shrunk.isEmpty() ? geometry : shrunk);
        Geometry parts = core.getGeometry();
        this.coreBox = parts.getEnvelopeInternal();
        this.isBox = parts.isRectangle();
        this.inside = IntStream.range(0, parts.getNumGeometries())
                .mapToObj(i -> parts.getGeometryN(i).getInteriorPoint().getCoordinate())
                .toList();
        this.locator = new IndexedPointInAreaLocator(geometry);
        this.corners = geometry.getCoordinates();
        Densifier sides = new Densifier(geometry);
        sides.setDistanceTolerance(LONGEST_SIDE);
        sides.setValidate(false);
        this.ground = sides.getResultGeometry();
        Coordinate centre = geometry.getEnvelopeInternal().centre();
        this.middle = new LatLon(centre.y, centre.x);
        this.reachKm = Arrays.stream(ground.getCoordinates())
                .mapToDouble(place -> Globe.distanceKm(middle, Globe.place(place)))
                .max()
                .orElse(0);
    }

    /** Without the strip along its border. */
    private static Geometry shrunk(Geometry geometry) {
        if (geometry instanceof Polygon polygon && polygon.isRectangle()) {
            Envelope box = polygon.getEnvelopeInternal();
            box.expandBy(-BORDER);
            return box.getArea() > 0 ? geometry.getFactory().toGeometry(box) : RingShape.nothing();
        }
        return geometry.buffer(-BORDER);
    }

    String code() {
        return code;
    }

    int position() {
        return position;
    }

    /** Whether the ring covers more of the district than a strip along its border. */
    boolean isMeantBy(RingShape ring) {
        if (isBox && ring.isBox()) {
            return coreBox.intersects(ring.envelope());
        }
        // Where no edge of the ring meets a part of the district, the ring goes round all of that part or round
        // nothing.
        return goesRoundPart(ring)
                || ring.edgesNear(coreBox).filter(core::intersects).isPresent();
    }

    private boolean goesRoundPart(RingShape ring) {
        for (Coordinate point : inside) {
            if (ring.goesRound(point)) {
                return true;
            }
        }
        return false;
    }

    /** Whether another district covers more of this one than a strip along their border. */
    boolean overlaps(DistrictShape other) {
        return core.intersects(other.core.getGeometry());
    }

    /** For a shape so small that it may lie within the strip along the border: whether a fair part of it is inside. */
    boolean holdsPartOf(Geometry shape) {
        return geometry.intersects(shape) && geometry.intersection(shape).getArea() >= FAIR_PART * shape.getArea();
    }

    /** Whether the circle reaches further into the district than a strip along its border; a point only has to be in it. */
    boolean isMeantBy(Circle circle) {
        LatLon centre = circle.centre();
        if (Globe.distanceKm(centre, middle) > circle.radiusKm() + reachKm) {
            return false;
        }
        double reach = circle.radiusKm() - BORDER_KM;
        return holds(centre)
                || (reach > 0 && (hasCornerWithin(reach, centre) || Globe.distanceKm(centre, ground) < reach));
    }

    private boolean hasCornerWithin(double km, LatLon centre) {
        for (Coordinate corner : corners) {
            if (Globe.distanceKm(centre, Globe.place(corner)) < km) {
                return true;
            }
        }
        return false;
    }

    /** The border counts; ±180° is one meridian. */
    private boolean holds(LatLon place) {
        double x = place.longitude();
        return holds(x, place.latitude()) || (Math.abs(x) == Globe.HALF_TURN && holds(-x, place.latitude()));
    }

    private boolean holds(double x, double y) {
        return locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
    }
}
