package org.carillon.router.reach;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.reach.ReachPartial;
import org.carillon.schemas.station.StationReport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest share of each partition and what stations reported, and passes on the sum: at most once per interval and alert, and
 * always the last. That a sum is still to be passed on is stored, so that a crash does not lose it.
 */
final class ReachProcessor implements Processor<String, Object, String, Reach> {
    private static final byte[] MARK = {1};
    private static final int ALERTS_AT_HAND = 32;

    private final Set<String> unreported = new LinkedHashSet<>();
    private final Map<AlertId, Map<Integer, ReachPartial>> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AlertId, Map<Integer, ReachPartial>> eldest) {
            return size() > ALERTS_AT_HAND;
        }
    };
    private @Nullable ProcessorContext<String, Reach> context;
    private @Nullable KeyValueStore<String, ReachPartial> partials;
    private @Nullable KeyValueStore<String, byte[]> marks;
    private @Nullable StationTally stations;

    @Override
    public void init(ProcessorContext<String, Reach> taskContext) {
        context = taskContext;
        partials = taskContext.getStateStore(ReachNodes.PARTIALS);
        KeyValueStore<String, byte[]> stored = taskContext.getStateStore(ReachNodes.UNREPORTED);
        marks = stored;
        stations = new StationTally(taskContext.getStateStore(ReachNodes.STATIONS));
        unreported.clear();
        atHand.clear();
        try (var all = stored.all()) {
            all.forEachRemaining(mark -> unreported.add(mark.key));
        }
        taskContext.schedule(ReachNodes.REPORT_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> report());
    }

    @Override
    public void process(Record<String, Object> input) {
        switch (input.value()) {
            case ReachPartial share -> {
                Objects.requireNonNull(partials, "init not called").put(share.path(), share);
                shares(share.alertId()).put(share.partition(), share);
                mark(share.alertId());
            }
            case StationReport report ->
                Set.copyOf(report.alerts()).stream()
                        .filter(alert -> tally().add(alert, report))
                        .forEach(this::mark);
            case null -> {}
            default ->
                throw new IllegalStateException(
                        "no source has a " + input.value().getClass().getSimpleName());
        }
    }

    private void mark(AlertId alert) {
        if (unreported.add(alert.value())) {
            Objects.requireNonNull(marks, "init not called").put(alert.value(), MARK);
        }
    }

    private StationTally tally() {
        return Objects.requireNonNull(stations, "init not called");
    }

    private void report() {
        KeyValueStore<String, byte[]> stored = Objects.requireNonNull(marks, "init not called");
        ProcessorContext<String, Reach> to = Objects.requireNonNull(context, "init not called");
        for (String alert : unreported) {
            to.forward(new Record<>(alert, sum(new AlertId(alert)), to.currentSystemTimeMs()));
            stored.delete(alert);
        }
        unreported.clear();
    }

    private Reach sum(AlertId alertId) {
        ReachSum sum = new ReachSum();
        shares(alertId).values().forEach(sum::add);
        return sum.of(alertId, tally().of(alertId));
    }

    /** The shares of an alert by partition; kept at hand, since reading sixteen of them anew with every change would cost most. */
    private Map<Integer, ReachPartial> shares(AlertId alertId) {
        return atHand.computeIfAbsent(alertId, id -> {
            Map<Integer, ReachPartial> stored = new HashMap<>();
            KeyValueStore<String, ReachPartial> store = Objects.requireNonNull(partials, "init not called");
            // The shares' keys are alert/partition: all lie between "alert/" and the character after the slash.
            try (var shares = store.range(id + "/", id + "0")) {
                shares.forEachRemaining(share -> stored.put(share.value.partition(), share.value));
            }
            return stored;
        });
    }
}
