package org.carillon.ingest.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses. An attempt is counted before it is looked at, so that a thousand connections at once get no more than
 * one. What it knows is this instance's: with three instances an attacker has three times the attempts, which are still few. Safe
 * for threads.
 */
public final class Brake {
    private static final int MOST_KEYS = 50_000;

    private final Clock clock;
    private final Map<String, Counted> counted = new LinkedHashMap<>(64, 0.75f, true);

    public Brake(Clock clock) {
        this.clock = clock;
    }

    /**
     * How strict.
     *
     * @param free failures that cost nothing; each one after that doubles the waiting time, which begins with a second
     * @param longest waiting time
     * @param forgets without attempts for so long, all is forgotten
     */
    public record Rule(int free, Duration longest, Duration forgets) {
        Duration after(int failures) {
            if (failures <= free) {
                return Duration.ZERO;
            }
            Duration wait = Duration.ofSeconds(1L << Math.min(failures - free - 1, 30));
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    /** What is counted: an account, an address. */
    public record Key(String name, Rule rule) {}

    private record Counted(int failures, Instant notBefore, Instant last) {}

    /** Counts an attempt as failed until it is known better; or says how long to wait, and counts nothing. */
    public synchronized Optional<Duration> begin(List<Key> keys) {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        for (Key key : keys) {
            Counted known = known(key, now);
            if (known != null && known.notBefore().isAfter(now)) {
                Duration left = Duration.between(now, known.notBefore());
                wait = left.compareTo(wait) > 0 ? left : wait;
            }
        }
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        for (Key key : keys) {
            Counted known = known(key, now);
            int failures = known == null ? 1 : known.failures() + 1;
            counted.put(key.name(), new Counted(failures, now.plus(key.rule().after(failures)), now));
        }
        shrink();
        return Optional.empty();
    }

    /** The attempt was right: what it is about is free again. */
    public synchronized void succeeded(List<Key> keys) {
        keys.forEach(key -> counted.remove(key.name()));
    }

    /** The attempt was neither right nor wrong: it does not count. */
    public synchronized void undo(List<Key> keys) {
        for (Key key : keys) {
            Counted known = counted.get(key.name());
            if (known != null) {
                counted.put(key.name(), new Counted(known.failures() - 1, known.last(), known.last()));
            }
        }
    }

    private @Nullable Counted known(Key key, Instant now) {
        Counted known = counted.get(key.name());
        return known == null || now.isAfter(known.last().plus(key.rule().forgets())) ? null : known;
    }

    private void shrink() {
        Iterator<Counted> oldest = counted.values().iterator();
        while (counted.size() > MOST_KEYS) {
            oldest.next();
            oldest.remove();
        }
    }
}
