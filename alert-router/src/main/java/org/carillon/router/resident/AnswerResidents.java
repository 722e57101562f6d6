package org.carillon.router.resident;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.carillon.schemas.resident.InboundMessage;
import org.jspecify.annotations.Nullable;

/** Answers what residents text, and erases what waited too long for an answer. */
final class AnswerResidents implements ProcessorSupplier<String, InboundMessage, Object, Object> {
    private static final Duration SWEEP = Duration.ofSeconds(10);

    private final ResidentConfig config;
    private final Set<StoreBuilder<?>> stores;

    /** With the stores that it shares with {@link AnswerCommands}: the very same builders. */
    AnswerResidents(ResidentConfig config, Set<StoreBuilder<?>> stores) {
        this.config = config;
        this.stores = stores;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return stores;
    }

    @Override
    public Processor<String, InboundMessage, Object, Object> get() {
        return new Instance(config);
    }

    private static final class Instance implements Processor<String, InboundMessage, Object, Object> {
        private final ResidentConfig config;
        private @Nullable Task task;

        Instance(ResidentConfig config) {
            this.config = config;
        }

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            StoredResidents book = StoredResidents.open(context);
            task = new Task(context, book, new ResidentEgress(context, book), new Dialogue(config, book));
            context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
        }

        @Override
        public void process(Record<String, InboundMessage> record) {
            Instant now = Instant.ofEpochMilli(task().context().currentSystemTimeMs());
            task().egress().apply(task().dialogue().receive(record.value(), now), now);
        }

        private void sweep(Instant now) {
            task().book()
                    .takeDue(now)
                    .forEach(id -> task().egress().apply(task().dialogue().lookAgain(id, now), now));
        }

        private Task task() {
            if (task == null) {
                throw new IllegalStateException("init was not called");
            }
            return task;
        }
    }

    /** What exists once the task has started. */
    private record Task(
            ProcessorContext<Object, Object> context, StoredResidents book, ResidentEgress egress, Dialogue dialogue) {}
}
