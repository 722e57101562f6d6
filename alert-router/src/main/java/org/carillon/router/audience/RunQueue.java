package org.carillon.router.audience;

import java.util.ArrayDeque;
import java.util.Deque;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: urgent before routine, and within a lane each in turn. */
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

    /** Takes out whose turn it is; null where nobody waits. */
    @Nullable
    AlertId poll() {
        AlertId next = urgent.pollFirst();
        return next != null ? next : routine.pollFirst();
    }

    boolean hasUrgent() {
        return !urgent.isEmpty();
    }

    private Deque<AlertId> lane(Lane lane) {
        return switch (lane) {
            case URGENT -> urgent;
            case ROUTINE -> routine;
        };
    }
}
