package org.carillon.router.transparency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.LogFact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends each fact once, and first of all the policy where it is not that of the last entry about it. */
final class AppendEntries implements ProcessorSupplier<String, LogFact, String, byte[]> {
    static final String STORE = "transparency-log-state";
    /** The store's only key. */
    static final String KEY = "log";

    private static final Logger LOGGER = LoggerFactory.getLogger(AppendEntries.class);
    private static final Duration TICK = Duration.ofMillis(500);

    private final EntryWriter writer;
    private final List<LogFact.Setting> policy;

    AppendEntries(EntryWriter writer, List<LogFact.Setting> policy) {
        this.writer = writer;
        this.policy = List.copyOf(policy);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        // In a folder, though it is one record: with the folder a restart knows, and ends, the transaction of a process
        // that died.
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Json.serde(LogState.class)));
    }

    @Override
    public Processor<String, LogFact, String, byte[]> get() {
        return new Instance(writer, policy);
    }

    private static final class Instance implements Processor<String, LogFact, String, byte[]> {
        private final EntryWriter writer;
        private final List<LogFact.Setting> policy;
        private @Nullable Task task;
        private boolean policyTold;

        Instance(EntryWriter writer, List<LogFact.Setting> policy) {
            this.writer = writer;
            this.policy = policy;
        }

        @Override
        public void init(ProcessorContext<String, byte[]> context) {
            task = new Task(context, context.getStateStore(STORE));
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tellPolicy(Instant.ofEpochMilli(now)));
        }

        @Override
        public void process(Record<String, LogFact> record) {
            Task t = task();
            tellPolicy(Instant.ofEpochMilli(t.context().currentSystemTimeMs()));
            long offset = t.context().recordMetadata().orElseThrow().offset();
            LogState state = t.state();
            if (offset <= state.readTo()) {
                LOGGER.atInfo().addKeyValue("offset", offset).log("a fact that is in the log already is passed over");
                return;
            }
            append(state.readTo(offset), record.value());
        }

        private void tellPolicy(Instant now) {
            if (policyTold) {
                return;
            }
            LogState state = task().state();
            if (!policy.equals(state.policy())) {
                append(state.policy(policy), new LogFact.PolicyChanged(now, policy));
            }
            policyTold = true;
        }

        private void append(LogState state, LogFact fact) {
            EntryWriter.Written written = writer.append(state, fact);
            LogEntry entry = written.entry();
            RecordHeaders headers = new RecordHeaders();
            headers.add(LogEntry.HEAD, written.head().note().getBytes(StandardCharsets.UTF_8));
            task().context()
                    .forward(new Record<>(
                            entry.key(), written.bytes().get(), fact.at().toEpochMilli(), headers));
            task().store().put(KEY, written.state());
            LOGGER.atInfo()
                    .addKeyValue("index", entry.index())
                    .addKeyValue("kind", fact.getClass().getSimpleName())
                    .log("entry appended to the public log");
        }

        private Task task() {
            if (task == null) {
                throw new IllegalStateException("init was not called");
            }
            return task;
        }
    }

    /** What exists once the task has started. */
    private record Task(ProcessorContext<String, byte[]> context, KeyValueStore<String, LogState> store) {
        LogState state() {
            return Optional.ofNullable(store.get(KEY)).orElse(LogState.NEW);
        }
    }
}
