package org.carillon.router.audience;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.carillon.router.audience.index.IndexStore;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.audience.AudienceQuery;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.reach.ReachPartial;
import org.jspecify.annotations.Nullable;

/** Puts {@link FanOut} between the stores and topics of one audience task. */
final class AudienceProcessor implements Processor<String, Object, String, Object> {
    private final AudienceConfig config;
    private final CityPlaces places;
    private final ThreadTurns turns;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable FanOut fanOut;

    AudienceProcessor(AudienceConfig config, CityPlaces places, ThreadTurns turns) {
        this.config = config;
        this.places = places;
        this.turns = turns;
    }

    /** Called anew after a task was corrupted and restored: everything in memory is built from the stores. */
    @Override
    public void init(ProcessorContext<String, Object> taskContext) {
        context = taskContext;
        int partition = taskContext.taskId().partition();
        IndexStore index = taskContext.getStateStore(AudienceNodes.INDEX);
        KeyValueStore<String, Run> runs = taskContext.getStateStore(AudienceNodes.RUNS);
        KeyValueStore<String, byte[]> chunks = taskContext.getStateStore(AudienceNodes.CHUNKS);
        KeyValueStore<String, byte[]> marks = taskContext.getStateStore(AudienceNodes.UNREPORTED);
        KeyValueStore<String, AudienceQuery.Count> asked = taskContext.getStateStore(AudienceNodes.COUNTS);
        Egress egress = new Forward(taskContext);
        RunBook book = new RunBook(runs);
        ChunkShelf shelf = new ChunkShelf(chunks, partition);
        ReachDesk reach = new ReachDesk(config, shelf, marks, egress, partition);
        Cutter cutter = new Cutter(config, places, index, book, shelf, reach, egress);
        CountDesk counts = new CountDesk(config, places, index, asked, egress, partition);
        FanOut built = new FanOut(config, book, shelf, reach, cutter, counts, egress, turns);
        built.join();
        fanOut = built;
        taskContext.schedule(config.pause(), PunctuationType.WALL_CLOCK_TIME, at -> built.slice(now(taskContext)));
        taskContext.schedule(
                config.reportEvery(), PunctuationType.WALL_CLOCK_TIME, at -> built.report(now(taskContext)));
        taskContext.schedule(
                AudienceNodes.TIDY_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> built.tidy(now(taskContext)));
    }

    @Override
    public void process(Record<String, Object> input) {
        FanOut to = Objects.requireNonNull(fanOut, "init not called");
        if (input.value() instanceof AudienceQuery query) {
            to.take(query, now(Objects.requireNonNull(context, "init not called")));
        } else if (input.value() instanceof Receipt receipt) {
            to.take(receipt);
        }
    }

    @Override
    public void close() {
        if (fanOut != null) {
            fanOut.leave();
        }
    }

    private static Instant now(ProcessorContext<?, ?> context) {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /** Sends to the task's sinks. */
    private record Forward(ProcessorContext<String, Object> context) implements Egress {
        @Override
        public void batch(String path, ContactChannel channel, Lane lane, byte[] batch) {
            context.forward(
                    new Record<>(path, batch, context.currentSystemTimeMs()), AudienceNodes.egress(channel, lane));
        }

        @Override
        public void estimate(AudienceEstimate estimate) {
            context.forward(
                    new Record<>(estimate.path(), estimate, context.currentSystemTimeMs()),
                    AudienceNodes.EGRESS_ESTIMATES);
        }

        @Override
        @SuppressWarnings("NullAway") // a null value is a tombstone; Kafka's Record is not annotated
        public void dismissEstimate(AlertId alertId, int version) {
            String path =
                    new AudienceEstimate(alertId, version, context.taskId().partition(), Map.of(), Map.of()).path();
            context.forward(new Record<>(path, null, context.currentSystemTimeMs()), AudienceNodes.EGRESS_ESTIMATES);
        }

        @Override
        public void partial(ReachPartial partial) {
            context.forward(
                    new Record<>(partial.path(), partial, context.currentSystemTimeMs()),
                    AudienceNodes.EGRESS_PARTIALS);
        }

        @Override
        public void commit() {
            context.commit();
        }
    }
}
