package org.carillon.schemas.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Distances over ground, on a sphere: within half a percent of the ellipsoid, which is less than CAP's circles mean. */
final class Globe {
    static final double HALF_TURN = 180;
    static final double FULL_TURN = 360;

    private static final double RADIUS_KM = 6371.0088;
    private static final double POLE = 90;

    /** What a box is larger than its circle, so that rounding leaves nobody outside. */
    private static final double MARGIN_KM = 0.02;

    private Globe() {}

    static double distanceKm(LatLon one, LatLon other) {
        return RADIUS_KM * angle(one, other);
    }

    /** The distance from a place outside a shape to its nearest point. */
    static double distanceKm(LatLon from, Geometry shape) {
        Geometry plane = shape.copy();
        plane.apply(new Azimuthal(from));
        return DistanceOp.distance(plane, plane.getFactory().createPoint(new Coordinate(0, 0)));
    }

    static LatLon place(Coordinate point) {
        return new LatLon(point.y, point.x);
    }

    /** Boxes of longitude and latitude within ±180° that hold the whole circle. */
    static List<Envelope> boxes(Circle circle) {
        double x = circle.centre().longitude();
        double y = circle.centre().latitude();
        double angle = (circle.radiusKm() + MARGIN_KM) / RADIUS_KM;
        double south = y - Math.toDegrees(angle);
        double north = y + Math.toDegrees(angle);
        if (north >= POLE || south <= -POLE) {
            return List.of(new Envelope(-HALF_TURN, HALF_TURN, south, north));
        }
        double width = Math.toDegrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(Math.toRadians(y)))));
        Envelope box = new Envelope(x - width, x + width, south, north);
        if (box.getMinX() < -HALF_TURN) {
            return List.of(box, new Envelope(x - width + FULL_TURN, HALF_TURN, south, north));
        }
        return box.getMaxX() > HALF_TURN
                ? List.of(box, new Envelope(-HALF_TURN, x + width - FULL_TURN, south, north))
                : List.of(box);
    }

    private static double angle(LatLon one, LatLon other) {
        double latitude = Math.toRadians(other.latitude() - one.latitude()) / 2;
        double longitude = Math.toRadians(other.longitude() - one.longitude()) / 2;
        double haversine = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /** A map on which distances from its middle are true: kilometres east and north. */
    private record Azimuthal(LatLon middle) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            LatLon place = new LatLon(points.getY(i), points.getX(i));
            double distance = distanceKm(middle, place);
            double bearing = bearing(place);
            points.setOrdinate(i, CoordinateSequence.X, distance * Math.sin(bearing));
            points.setOrdinate(i, CoordinateSequence.Y, distance * Math.cos(bearing));
        }

        private double bearing(LatLon place) {
            double from = Math.toRadians(middle.latitude());
            double to = Math.toRadians(place.latitude());
            double longitude = Math.toRadians(place.longitude() - middle.longitude());
            return Math.atan2(
                    Math.sin(longitude) * Math.cos(to),
                    Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(longitude));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
