package org.carillon.bench.match;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** The naive scan: every alert against every area. */
final class NestedLoop implements Contender {
    private final PlainReader reader = new PlainReader();
    private final List<? extends Geometry> areas;
    private final List<byte[]> messages;
    private final List<List<Geometry>> shapes;

    NestedLoop(List<? extends Geometry> areas, List<byte[]> messages) {
        this.areas = areas;
        this.messages = messages;
        this.shapes = messages.stream().map(reader::read).toList();
    }

    @Override
    public int match() {
        int pairs = 0;
        for (List<Geometry> alert : shapes) {
            pairs += met(alert);
        }
        return pairs;
    }

    @Override
    public int readAndMatch() {
        int pairs = 0;
        for (byte[] message : messages) {
            pairs += met(reader.read(message));
        }
        return pairs;
    }

    private int met(List<Geometry> alert) {
        int met = 0;
        for (Geometry area : areas) {
            met += isMet(area, alert) ? 1 : 0;
        }
        return met;
    }

    private static boolean isMet(Geometry area, List<Geometry> alert) {
        for (Geometry shape : alert) {
            if (area.intersects(shape)) {
                return true;
            }
        }
        return false;
    }
}
