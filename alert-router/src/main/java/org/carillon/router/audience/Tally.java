package org.carillon.router.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.ReachPartial;
import org.jspecify.annotations.Nullable;

/** The deliveries of one alert in one partition, counted by status: by channel, language, district and hand-off time. */
final class Tally {
    private static final int STATUSES = DeliveryStatus.values().length;

    private final ByPlace channels = new ByPlace();
    private final ByPlace languages = new ByPlace();
    private final ByPlace districts = new ByPlace();
    private final long[] handOffs = new long[256];
    private long firstMs = -1;
    private long lastMs = -1;
    private int counted;

    /** How many of the alert's chunks are in it: those with the lowest numbers. */
    int counted() {
        return counted;
    }

    /** The next chunk is not there any more. */
    void skip() {
        counted++;
    }

    /** Adds the next chunk as it stands. */
    void add(Chunk chunk) {
        counted++;
        long[] channel = channels.at(chunk.channel().code());
        long[] language = languages.at(chunk.language());
        for (int i = 0; i < chunk.count(); i++) {
            int status = Chunk.code(chunk.status(i));
            channel[status]++;
            language[status]++;
            districts.at(chunk.district(i))[status]++;
            if (chunk.bucket(i) >= 0) {
                handOffs[chunk.bucket(i)]++;
            }
        }
        span(chunk);
    }

    /** One delivery of a counted chunk has moved on. */
    void move(Chunk chunk, int index, DeliveryStatus from, DeliveryStatus to) {
        move(channels.at(chunk.channel().code()), from, to);
        move(languages.at(chunk.language()), from, to);
        move(districts.at(chunk.district(index)), from, to);
    }

    /** The provider has accepted one delivery of a counted chunk. */
    void handedOff(Chunk chunk, int index) {
        handOffs[chunk.bucket(index)]++;
        span(chunk);
    }

    /**
     * This partition's share.
     *
     * @param audiences the channels that are named even where nobody was cut for them
     */
    ReachPartial partial(AlertId alertId, int partition, boolean cutting, Set<ContactChannel> audiences, Names names) {
        audiences.forEach(channel -> channels.at(channel.code()));
        return new ReachPartial(
                alertId,
                partition,
                cutting,
                channels.named(code -> ContactChannel.ofCode(code).wireName()),
                languages.named(names.languages()),
                districts.named(names.districts()),
                latencies());
    }

    /** How positions are called. */
    record Names(IntFunction<String> languages, IntFunction<String> districts) {}

    private void span(Chunk chunk) {
        if (chunk.firstMs() >= 0) {
            firstMs = firstMs < 0 ? chunk.firstMs() : Math.min(firstMs, chunk.firstMs());
            lastMs = Math.max(lastMs, chunk.lastMs());
        }
    }

    private static void move(long[] counts, DeliveryStatus from, DeliveryStatus to) {
        counts[Chunk.code(from)]--;
        counts[Chunk.code(to)]++;
    }

    private static Counts counts(long[] by) {
        long delivered = by[Chunk.code(DeliveryStatus.DELIVERED)];
        long sent = by[Chunk.code(DeliveryStatus.SENT)] + delivered;
        long failed = by[Chunk.code(DeliveryStatus.FAILED)];
        long suppressed = by[Chunk.code(DeliveryStatus.SUPPRESSED)];
        long queued = by[Chunk.code(DeliveryStatus.QUEUED)] + by[Chunk.code(DeliveryStatus.INTENDED)];
        return new Counts(queued + sent + failed + suppressed, sent, delivered, failed, suppressed);
    }

    /** Counts by the position of a language or district. */
    private static final class ByPlace {
        private long[] @Nullable [] counts = new long[16][];

        long[] at(int place) {
            if (place >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(place + 1, counts.length * 2));
            }
            long[] by = counts[place];
            if (by == null) {
                by = new long[STATUSES];
                counts[place] = by;
            }
            return by;
        }

        Map<String, Counts> named(IntFunction<String> name) {
            Map<String, Counts> named = new LinkedHashMap<>();
            for (int place = 0; place < counts.length; place++) {
                long[] by = counts[place];
                if (by != null) {
                    named.put(name.apply(place), counts(by));
                }
            }
            return named;
        }
    }

    private Latencies latencies() {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < handOffs.length; i++) {
            if (handOffs[i] > 0) {
                while (counts.size() < i) {
                    counts.add(0L);
                }
                counts.add(handOffs[i]);
            }
        }
        return counts.isEmpty() ? Latencies.NONE : new Latencies(counts, firstMs, lastMs);
    }
}
