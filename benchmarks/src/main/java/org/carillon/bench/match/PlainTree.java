package org.carillon.bench.match;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** What most would write: a JTS tree of the areas' envelopes, then {@code intersects}. */
final class PlainTree implements Contender {
    private final STRtree tree = new STRtree();
    private final PlainReader reader = new PlainReader();
    private final List<byte[]> messages;
    private final List<List<Geometry>> shapes;

    PlainTree(List<? extends Geometry> areas, List<byte[]> messages) {
        areas.forEach(area -> tree.insert(area.getEnvelopeInternal(), area));
        tree.build();
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

    /** Areas by identity: two subscriptions may name the same box. */
    private int met(List<Geometry> alert) {
        if (alert.size() == 1) {
            int[] met = {0};
            Geometry shape = alert.getFirst();
            tree.query(shape.getEnvelopeInternal(), area -> met[0] += ((Geometry) area).intersects(shape) ? 1 : 0);
            return met[0];
        }
        Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Geometry shape : alert) {
            tree.query(shape.getEnvelopeInternal(), area -> {
                if (((Geometry) area).intersects(shape)) {
                    met.add(area);
                }
            });
        }
        return met.size();
    }
}
