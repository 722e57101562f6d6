package org.carillon.router.resident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.carillon.schemas.resident.InboundMessage;
import org.jspecify.annotations.Nullable;

/** Puts what dialogues change into stores and topics, and erases what waited too long for an answer. */
final class AnswerResidents implements ProcessorSupplier<String, InboundMessage, Object, Object> {
    static final String REPLIES = "egress-replies";
    static final String AUDIENCE = "egress-audience";
    static final String GATE = "egress-gate-of-residents";
    private static final Duration SWEEP = Duration.ofSeconds(10);

    private final ResidentConfig config;

    AnswerResidents(ResidentConfig config) {
        this.config = config;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return StoredResidents.stores();
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
            task = new Task(context, book, new Dialogue(config, book));
            context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> sweep(Instant.ofEpochMilli(now)));
        }

        @Override
        public void process(Record<String, InboundMessage> record) {
            Instant now = Instant.ofEpochMilli(task().context().currentSystemTimeMs());
            apply(task().dialogue().receive(record.value(), now), now);
        }

        private void sweep(Instant now) {
            task().book().takeDue(now).forEach(id -> apply(task().dialogue().lookAgain(id, now), now));
        }

        private void apply(List<ResidentEffect> effects, Instant now) {
            StoredResidents book = task().book();
            for (ResidentEffect effect : effects) {
                switch (effect) {
                    case ResidentEffect.KeepContact keep -> book.keep(keep.id(), keep.contact());
                    case ResidentEffect.KeepSubscription keep -> book.keep(keep.id(), keep.subscription());
                    case ResidentEffect.UseOrdinal use -> book.useOrdinal(use.ordinal());
                    case ResidentEffect.LookAgain look -> book.lookAgain(look.id(), look.at());
                    case ResidentEffect.PutAudience put -> send(put.recipient(), put.entry(), AUDIENCE, now);
                    case ResidentEffect.PutGate put -> send(put.key(), put.entry(), GATE, now);
                    case ResidentEffect.Say say -> send(say.reply().contactId().value(), say.reply(), REPLIES, now);
                }
            }
        }

        @SuppressWarnings("NullAway") // a null value is a tombstone; Kafka's Record is not annotated
        private void send(Object key, @Nullable Object value, String sink, Instant now) {
            task().context().forward(new Record<>(key, value, now.toEpochMilli()), sink);
        }

        private Task task() {
            if (task == null) {
                throw new IllegalStateException("init was not called");
            }
            return task;
        }
    }

    /** What exists once the task has started. */
    private record Task(ProcessorContext<Object, Object> context, StoredResidents book, Dialogue dialogue) {}
}
