package org.carillon.hub.http;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Which parts are ready, and why the others are not. */
public final class Readiness {
    private final Map<String, Supplier<Optional<String>>> parts = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * Adds a part.
     *
     * @param notReady why it is not ready, or empty
     */
    public void add(String part, Supplier<Optional<String>> notReady) {
        parts.put(part, notReady);
    }

    /** Each part with {@code ready} or the reason. */
    public Map<String, String> report() {
        Map<String, String> report = new LinkedHashMap<>();
        synchronized (parts) {
            parts.forEach((part, reason) -> report.put(part, reason.get().orElse("ready")));
        }
        return report;
    }

    public boolean isReady() {
        return report().values().stream().allMatch("ready"::equals);
    }

    /** Waits until all parts are ready; false when that takes longer. */
    public boolean await(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }
}
