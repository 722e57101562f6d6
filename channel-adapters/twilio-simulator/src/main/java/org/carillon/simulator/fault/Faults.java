package org.carillon.simulator.fault;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the provider misbehaves at present.
 *
 * @param rate429 requests refused with 429 before anything is accepted
 * @param rate5xxAfterAccept requests answered with 500 although the message was accepted
 * @param latency waited before each answer to a request to send
 * @param undelivered accepted messages that end undelivered, error 30003
 * @param dropCallbacks status callbacks that are never made
 * @param reorderCallbacks messages whose last callback comes before the one about having been sent
 * @param duplicateCallbacks status callbacks made twice
 * @param optedOut numbers refused with 21610
 * @param mps messages accepted in any second, above it 429; null: no limit
 */
public record Faults(
        Chance rate429,
        Chance rate5xxAfterAccept,
        Duration latency,
        Chance undelivered,
        Chance dropCallbacks,
        Chance reorderCallbacks,
        Chance duplicateCallbacks,
        Set<String> optedOut,
        @Nullable Integer mps) {
    /** Everything works. */
    public static final Faults NONE = new Faults(
            Chance.NEVER,
            Chance.NEVER,
            Duration.ZERO,
            Chance.NEVER,
            Chance.NEVER,
            Chance.NEVER,
            Chance.NEVER,
            Set.of(),
            null);

    /** Keeps its own copy of the numbers. */
    public Faults {
        optedOut = Set.copyOf(optedOut);
    }

    @Override
    public String toString() {
        return "Faults[" + (equals(NONE) ? "none" : "some") + "]";
    }
}
