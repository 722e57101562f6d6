package org.carillon.schemas.geo;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
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

    private final String code;
    private final int position;
    private final Geometry geometry;
    private final PreparedGeometry core;
    private final List<Coordinate> inside;
    private final IndexedPointInAreaLocator locator;
    private final LatLon middle;
    private final double reachKm;

    DistrictShape(String code, int position, Geometry geometry) {
        this.code = code;
        this.position = position;
        this.geometry = geometry;
        Geometry shrunk = geometry.buffer(-BORDER);
        this.core = PreparedGeometryFactory.prepare(shrunk.isEmpty() ? geometry : shrunk);
        Geometry parts = core.getGeometry();
        this.inside = IntStream.range(0, parts.getNumGeometries())
                .mapToObj(i -> parts.getGeometryN(i).getInteriorPoint().getCoordinate())
                .toList();
        this.locator = new IndexedPointInAreaLocator(geometry);
        Coordinate centre = geometry.getEnvelopeInternal().centre();
        this.middle = new LatLon(centre.y, centre.x);
        double farthest = 0;
        for (Coordinate corner : geometry.getCoordinates()) {
            farthest = Math.max(farthest, Globe.distanceKm(middle, new LatLon(corner.y, corner.x)));
        }
        this.reachKm = farthest;
    }

    String code() {
        return code;
    }

    int position() {
        return position;
    }

    /** Whether the ring covers more of the district than a strip along its border. */
    boolean isMeantBy(RingShape ring) {
        return core.intersects(ring.geometry()) || inside.stream().anyMatch(ring::goesRound);
    }

    /** Whether another district covers more of this one than a strip along their border. */
    boolean overlaps(DistrictShape other) {
        return core.intersects(other.core.getGeometry());
    }

    /** For a ring so small that it may lie within the strip along the border: whether a fair part of it is inside. */
    boolean holdsPartOf(RingShape ring) {
        return ring.mended()
                .filter(geometry::intersects)
                .filter(shape -> geometry.intersection(shape).getArea() >= FAIR_PART * shape.getArea())
                .isPresent();
    }

    boolean isMeantBy(Circle circle) {
        double away = Globe.distanceKm(circle.centre(), middle);
        if (away > circle.radiusKm() + reachKm) {
            return false;
        }
        LatLon centre = circle.centre();
        if (locator.locate(new Coordinate(centre.longitude(), centre.latitude())) != Location.EXTERIOR) {
            return true;
        }
        return circle.radiusKm() > BORDER_KM && Globe.distanceKm(centre, geometry) < circle.radiusKm() - BORDER_KM;
    }
}
