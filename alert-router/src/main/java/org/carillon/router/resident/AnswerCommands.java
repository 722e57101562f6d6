package org.carillon.router.resident;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.jspecify.annotations.Nullable;

/** Answers commands about subscriptions, out of the same stores as dialogues. */
final class AnswerCommands implements ProcessorSupplier<String, SubscriptionCommand, Object, Object> {
    private final ResidentConfig config;
    private final Set<StoreBuilder<?>> stores;

    /** With the stores that it shares with {@link AnswerResidents}: the very same builders. */
    AnswerCommands(ResidentConfig config, Set<StoreBuilder<?>> stores) {
        this.config = config;
        this.stores = stores;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return stores;
    }

    @Override
    public Processor<String, SubscriptionCommand, Object, Object> get() {
        return new Instance(config);
    }

    private static final class Instance implements Processor<String, SubscriptionCommand, Object, Object> {
        private final ResidentConfig config;
        private @Nullable Task task;

        Instance(ResidentConfig config) {
            this.config = config;
        }

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            StoredResidents book = StoredResidents.open(context);
            task = new Task(context, new ResidentEgress(context, book), new SubscriptionDesk(config, book));
        }

        @Override
        public void process(Record<String, SubscriptionCommand> record) {
            if (task == null) {
                throw new IllegalStateException("init was not called");
            }
            Instant now = Instant.ofEpochMilli(task.context().currentSystemTimeMs());
            task.egress().apply(task.desk().answer(record.value(), now), now);
        }
    }

    /** What exists once the task has started. */
    private record Task(ProcessorContext<Object, Object> context, ResidentEgress egress, SubscriptionDesk desk) {}
}
