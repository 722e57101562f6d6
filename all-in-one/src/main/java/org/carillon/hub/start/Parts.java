package org.carillon.hub.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.carillon.hub.http.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs in this process: stopped in the reverse order of its start. Used by one thread. */
final class Parts implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Parts.class);

    private final Deque<Part> started = new ArrayDeque<>();
    private final Readiness readiness = new Readiness();

    private record Part(String name, AutoCloseable running) {}

    <T extends AutoCloseable> T add(String name, T running) {
        started.push(new Part(name, running));
        return running;
    }

    /** Adds one that says why it is not ready, or empty. */
    <T extends AutoCloseable> T add(String name, T running, Supplier<Optional<String>> notReady) {
        readiness.add(name, notReady);
        return add(name, running);
    }

    /** The last started first. */
    List<String> names() {
        return started.stream().map(Part::name).toList();
    }

    Readiness readiness() {
        return readiness;
    }

    /** Stops all of them; one that fails does not keep the others from stopping. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            Part part = started.pop();
            long from = System.nanoTime();
            try {
                part.running().close();
            } catch (Exception e) {
                LOGGER.atError().addKeyValue("part", part.name()).setCause(e).log("part did not stop in good order");
            }
            LOGGER.atInfo()
                    .addKeyValue("part", part.name())
                    .addKeyValue("ms", (System.nanoTime() - from) / 1_000_000)
                    .log("part stopped");
        }
    }
}
