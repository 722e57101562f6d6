package org.carillon.router.audience;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.router.audience.index.AudienceIndex;
import org.carillon.router.audience.index.Criteria;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Dismiss;

/**
 * Counts for previews whom an alert would match, one alert after the other, a slice at a time. What is asked is stored until it is
 * answered, how far the counting has come is not: after a crash it begins anew, and the answer is never lost. A subscription
 * that changes between two slices may be counted as it was or as it is.
 */
final class CountDesk {
    private static final int ENTRIES_PER_LOOK = 32;

    private final AudienceConfig config;
    private final CityPlaces places;
    private final AudienceIndex index;
    private final KeyValueStore<String, Count> store;
    private final Egress egress;
    private final int partition;
    private final Map<AlertId, Counting> waiting = new LinkedHashMap<>();

    CountDesk(
            AudienceConfig config,
            CityPlaces places,
            AudienceIndex index,
            KeyValueStore<String, Count> store,
            Egress egress,
            int partition) {
        this.config = config;
        this.places = places;
        this.index = index;
        this.store = store;
        this.egress = egress;
        this.partition = partition;
        try (var all = store.all()) {
            all.forEachRemaining(entry -> waiting.put(entry.value.alertId(), new Counting(entry.value)));
        }
    }

    /** Puts a question in line; it takes the place of an older one about the same alert. */
    void take(Count count) {
        store.put(count.alertId().value(), count);
        waiting.remove(count.alertId());
        waiting.put(count.alertId(), new Counting(count));
    }

    /** Forgets a question and takes back its answer, whichever of the two there is. */
    void dismiss(Dismiss dismiss) {
        Counting counting = waiting.get(dismiss.alertId());
        if (counting != null && counting.count.version() <= dismiss.version()) {
            waiting.remove(dismiss.alertId());
            store.delete(dismiss.alertId().value());
        }
        egress.dismissEstimate(dismiss.alertId(), dismiss.version());
    }

    boolean isBusy() {
        return !waiting.isEmpty();
    }

    /** Counts until the deadline on the nano clock, and at least one step. */
    void slice(long deadline) {
        Iterator<Counting> line = waiting.values().iterator();
        while (line.hasNext()) {
            Counting next = line.next();
            if (!next.goOn(deadline)) {
                return;
            }
            line.remove();
            store.delete(next.count.alertId().value());
            egress.estimate(next.estimate());
            if (isOver(deadline)) {
                return;
            }
        }
    }

    private boolean isOver(long deadline) {
        return config.nanoClock().getAsLong() - deadline >= 0;
    }

    /** One question and what was counted for it so far. */
    private final class Counting {
        private final Count count;
        private final Criteria criteria;
        private final ChannelRenditions renditions;
        private final Map<ContactChannel, long[]> found = new EnumMap<>(ContactChannel.class);
        private final Map<Integer, Long> missing = new HashMap<>();
        private int cursor = -1;

        Counting(Count count) {
            this.count = count;
            this.criteria = places.criteria(count.alertId(), count.match());
            this.renditions = ChannelRenditions.of(config.languages(), count);
            renditions
                    .channels()
                    .forEach(channel ->
                            found.put(channel, new long[count.languages().size()]));
        }

        /** Returns whether it has come to the end. */
        boolean goOn(long deadline) {
            AudienceIndex.Walk walk = index.walk(criteria, cursor);
            int met = 0;
            while (walk.next()) {
                add(walk.entry());
                if (++met % ENTRIES_PER_LOOK == 0 && isOver(deadline)) {
                    cursor = walk.ordinal();
                    return false;
                }
            }
            return true;
        }

        private void add(AudienceEntryView entry) {
            Renditions ofChannel = renditions.of(entry.channel());
            long[] byLanguage = found.get(entry.channel());
            if (ofChannel != null && byLanguage != null) {
                byLanguage[ofChannel.language(entry)]++;
                if (!ofChannel.speaks(entry)) {
                    missing.merge(entry.language(), 1L, Long::sum);
                }
            }
        }

        AudienceEstimate estimate() {
            Map<String, Map<String, Long>> byChannel = new LinkedHashMap<>();
            found.forEach((channel, counts) -> byChannel.put(channel.wireName(), named(counts, count.languages())));
            Map<String, Long> unspoken = new LinkedHashMap<>();
            missing.forEach(
                    (language, residents) -> unspoken.put(config.languages().get(language), residents));
            return new AudienceEstimate(count.alertId(), count.version(), partition, byChannel, unspoken);
        }

        private static Map<String, Long> named(long[] counts, List<String> languages) {
            Map<String, Long> named = new LinkedHashMap<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    named.put(languages.get(i), counts[i]);
                }
            }
            return named;
        }
    }
}
