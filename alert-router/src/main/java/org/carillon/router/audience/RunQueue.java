package org.carillon.router.audience;

import java.util.ArrayDeque;
import java.util.Deque;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.jspecify.annotations.Nullable;

/** Who waits for a slice, by lane; within a lane each in turn. */
final class RunQueue {
    private final Deque<AlertId> urgent = new ArrayDeque<>();
    private final Deque<AlertId> routine = new ArrayDeque<>();

    void offer(Run run) {
        Deque<AlertId> lane = lane(run.lane());
        if (!lane.contains(run.alertId())) {
            lane.addLast(run.alertId());
        }
    }

    void remove(Run run) {
        lane(run.lane()).remove(run.alertId());
    }

    /** Takes out whose turn it is in that lane; null where nobody waits. */
    @Nullable
    AlertId poll(Lane lane) {
        return lane(lane).pollFirst();
    }

    boolean has(Lane lane) {
        return !lane(lane).isEmpty();
    }

    private Deque<AlertId> lane(Lane lane) {
        return switch (lane) {
            case URGENT -> urgent;
            case ROUTINE -> routine;
        };
    }
}
