package org.carillon.bench.match;

import java.util.List;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.geo.AreaShape;
import org.carillon.schemas.geo.Circle;
import org.carillon.schemas.geo.LatLon;

/** From a message to the shapes of its areas, on the hub's own path. */
final class Shapes {
    private Shapes() {}

    /** Reads a message that keeps every rule. */
    static List<AreaShape> of(byte[] message) {
        return switch (CapReader.read(message)) {
            case CapReading.Valid valid -> of(valid.document().alert());
            case CapReading.Invalid invalid ->
                throw new IllegalStateException(
                        "not valid: " + invalid.violations().getFirst());
            case CapReading.Unreadable unreadable ->
                throw new IllegalStateException("not readable: " + unreadable.violation());
        };
    }

    private static List<AreaShape> of(CapAlert alert) {
        return alert.infos().stream()
                .flatMap(info -> info.areas().stream())
                .map(Shapes::shape)
                .distinct()
                .toList();
    }

    private static AreaShape shape(CapArea area) {
        return new AreaShape(
                area.polygons().stream()
                        .map(polygon ->
                                polygon.points().stream().map(Shapes::place).toList())
                        .toList(),
                area.circles().stream()
                        .map(circle -> new Circle(place(circle.center()), circle.radiusKm()))
                        .toList(),
                List.of());
    }

    private static LatLon place(CapPoint point) {
        return new LatLon(point.lat(), point.lon());
    }
}
