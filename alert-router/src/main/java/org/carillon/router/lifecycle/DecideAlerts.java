package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.command.AlertCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the life cycle's decisions into stores and topics, ends alerts at the second of their expiry, and calls deputies in time. */
final class DecideAlerts implements ProcessorSupplier<String, AlertCommand, String, Object> {
    private static final Logger LOGGER = LoggerFactory.getLogger(DecideAlerts.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final LifecyclePolicy policy;

    DecideAlerts(LifecyclePolicy policy) {
        this.policy = policy;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return StoredBook.stores();
    }

    @Override
    public Processor<String, AlertCommand, String, Object> get() {
        return new Instance(policy);
    }

    /** When an alert is due; an entry whose alert has since changed or ended does nothing. */
    private record Due(Instant at, AlertId id) {}

    private static final class Instance implements Processor<String, AlertCommand, String, Object> {
        private final LifecyclePolicy policy;
        private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
        private @Nullable Task task;

        Instance(LifecyclePolicy policy) {
            this.policy = policy;
        }

        @Override
        public void init(ProcessorContext<String, Object> context) {
            StoredBook book = StoredBook.open(context);
            task = new Task(context, book, new AlertLifecycle(book, policy), new Egress(context));
            book.forEachAlert(this::watch);
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick(Instant.ofEpochMilli(now)));
            context.schedule(
                    SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> book.forgetOldAnswers(Instant.ofEpochMilli(now)));
        }

        @Override
        public void process(Record<String, AlertCommand> record) {
            Task t = task();
            AlertCommand command = record.value();
            Instant now = Instant.ofEpochMilli(t.context().currentSystemTimeMs());
            Verdict verdict = t.lifecycle().decide(command, now);
            apply(verdict.effects(), now);
            t.book().answer(verdict.decision(), now);
            t.egress().decision(verdict.decision(), now);
            t.context().commit();
            LOGGER.atInfo()
                    .addKeyValue("alertId", command.alertId())
                    .addKeyValue("commandId", command.commandId())
                    .addKeyValue("command", nameOf(command))
                    .addKeyValue("decision", verdict.decision().getClass().getSimpleName())
                    .log("alert command decided");
        }

        private static String nameOf(AlertCommand command) {
            return command instanceof AlertCommand.Signed signed
                    ? nameOf(signed.command())
                    : command.getClass().getSimpleName();
        }

        private void tick(Instant now) {
            Due next = due.peek();
            while (next != null && !now.isBefore(next.at())) {
                due.remove();
                List<Effect> effects = task().lifecycle().due(next.id(), now);
                if (!effects.isEmpty()) {
                    apply(effects, now);
                    task().context().commit();
                    LOGGER.atInfo().addKeyValue("alertId", next.id()).log("alert moved on by the clock");
                }
                next = due.peek();
            }
        }

        private void apply(List<Effect> effects, Instant now) {
            for (Effect effect : effects) {
                switch (effect) {
                    case Effect.Keep keep -> {
                        task().book().keep(keep.alert());
                        watch(keep.alert());
                    }
                    case Effect.Name name -> task().book().name(name.sender(), name.identifier(), name.names());
                    case Effect.Log log -> {}
                    case Effect.PutRendition rendition -> {}
                    case Effect.PutDocument document -> {}
                    case Effect.PutGate gate -> {}
                    case Effect.Publish publish -> {}
                    case Effect.Tell tell -> {}
                    case Effect.Ask ask -> {}
                }
                task().egress().effect(effect, now);
            }
        }

        private void watch(AlertRecord record) {
            if (record.state().mayBecome(AlertState.EXPIRED)) {
                due.add(new Due(record.content().expires(), record.id()));
            }
            if (record.waits() && !record.deputiesTold()) {
                due.add(new Due(record.alert().submittedAt().plus(policy.deputiesAfter()), record.id()));
            }
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
            ProcessorContext<String, Object> context, StoredBook book, AlertLifecycle lifecycle, Egress egress) {}
}
