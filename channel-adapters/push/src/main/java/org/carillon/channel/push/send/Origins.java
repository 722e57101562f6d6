package org.carillon.channel.push.send;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.pace.Backoff;

/**
 * Which push services are to be left alone for a while: one that says so, and one that does not answer. The others go on; and an
 * address that never answers holds nobody up. May be used from any thread.
 */
final class Origins {
    private static final int MOST = 1000;
    private static final int SILENT = 3;
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

    private final Clock clock;
    private final Backoff backoff;
    private final Map<String, State> states = new LinkedHashMap<>();

    Origins(Clock clock) {
        this.clock = clock;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), Math::random);
    }

    /** Scheme, host and port where it is not the usual one (RFC 6454, 6.2). */
    static String of(URI endpoint) {
        String scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        int port = endpoint.getPort();
        boolean usual = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    /** How long that one is to be left alone; after a silence one call at a time may try it. */
    synchronized Optional<Duration> rest(String origin) {
        State state = states.get(origin);
        Instant now = clock.instant();
        if (state == null) {
            return Optional.empty();
        }
        if (now.isBefore(state.until)) {
            return Optional.of(Duration.between(now, state.until));
        }
        if (state.silences >= SILENT) {
            state.until = now.plus(PROBE);
        }
        return Optional.empty();
    }

    /** It answered, whatever it said. */
    synchronized void answered(String origin) {
        states.remove(origin);
    }

    /** It asked to be left alone. */
    synchronized void busy(String origin, Optional<Duration> asked) {
        Duration wait = asked.orElseGet(() -> backoff.after(1, Optional.empty()));
        state(origin).until = clock.instant().plus(wait.compareTo(LONGEST_ASKED) < 0 ? wait : LONGEST_ASKED);
    }

    /** It did not answer. */
    synchronized void silent(String origin) {
        State state = state(origin);
        state.silences++;
        if (state.silences >= SILENT) {
            state.until = clock.instant().plus(backoff.after(state.silences - SILENT + 1, Optional.empty()));
        }
    }

    private State state(String origin) {
        if (states.size() >= MOST && !states.containsKey(origin)) {
            states.remove(states.keySet().iterator().next());
        }
        return states.computeIfAbsent(origin, o -> new State());
    }

    private static final class State {
        private Instant until = Instant.MIN;
        private int silences;
    }
}
