package org.carillon.channel.push.subscribe;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many requests an address may make in a minute; remembers the addresses that came last, and only in memory. */
final class AddressLimit {
    private static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** {@code perMinute} 0 is no limit, for a hub behind a proxy that limits itself. */
    AddressLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Whether one more is allowed now; counts it. */
    boolean admits(String address) {
        return perMinute == 0 || bucket(address).tryConsume(1);
    }

    private synchronized Bucket bucket(String address) {
        return buckets.computeIfAbsent(
                address,
                a -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
    }
}
