package org.carillon.simulator.fault;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** The faults in force and the dice they are thrown with; used from one event loop. */
public final class FaultBoard {
    private final Clock clock;
    private final RandomGenerator random;
    private final Deque<Instant> admitted = new ArrayDeque<>();
    private Faults faults = Faults.NONE;

    /** Begins without faults. */
    public FaultBoard(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** What is in force. */
    public Faults faults() {
        return faults;
    }

    /** What is in force, as JSON. */
    public JsonObject json() {
        return FaultsJson.write(faults);
    }

    /**
     * Replaces the faults that the JSON names and leaves the others.
     *
     * @throws IllegalArgumentException when a key or value is not understood; nothing has changed then
     */
    public void merge(JsonObject json) {
        faults = FaultsJson.merge(faults, json);
    }

    /** Everything works again. */
    public void clear() {
        faults = Faults.NONE;
    }

    /** Whether it happens this time. */
    public boolean strikes(Chance chance) {
        return chance.value() > 0 && random.nextDouble() < chance.value();
    }

    /** Whether one more message fits into the second that ends now; counts it if so. */
    public boolean admits() {
        Integer mps = faults.mps();
        if (mps == null) {
            admitted.clear();
            return true;
        }
        Instant now = clock.instant();
        Instant horizon = now.minusSeconds(1);
        while (!admitted.isEmpty() && !admitted.getFirst().isAfter(horizon)) {
            admitted.removeFirst();
        }
        if (admitted.size() >= mps) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }
}
