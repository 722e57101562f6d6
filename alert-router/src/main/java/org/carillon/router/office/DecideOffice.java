package org.carillon.router.office;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.station.StationAccount;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the decisions about accounts into stores and topics, and takes up accounts that others have written. */
final class DecideOffice implements ProcessorSupplier<String, Object, String, Object> {
    static final String EGRESS_DECISIONS = "egress-office-decisions";
    private static final Logger LOGGER = LoggerFactory.getLogger(DecideOffice.class);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return StoredOffice.stores();
    }

    @Override
    public Processor<String, Object, String, Object> get() {
        return new Instance();
    }

    private static final class Instance implements Processor<String, Object, String, Object> {
        private @Nullable Task task;

        @Override
        public void init(ProcessorContext<String, Object> context) {
            StoredOffice book = new StoredOffice(context);
            task = new Task(context, book, new OfficeDesk(book));
        }

        @Override
        public void process(Record<String, Object> record) {
            Task t = task();
            switch (record.value()) {
                case OfficeCommand command -> decide(t, command);
                case Account account when t.desk().isNews(account) -> t.book().takeUp(account);
                case StationAccount station
                when t.desk().isNews(station) -> t.book().takeUp(station);
                case null, default -> {
                    // Our own records come back; nobody writes tombstones.
                }
            }
        }

        private static void decide(Task t, OfficeCommand command) {
            Instant now = Instant.ofEpochMilli(t.context().currentSystemTimeMs());
            OfficeDecision decision = t.desk().decide(command, now);
            t.context().forward(new Record<>(decision.commandId(), decision, now.toEpochMilli()), EGRESS_DECISIONS);
            t.context().commit();
            LOGGER.atInfo()
                    .addKeyValue("commandId", command.commandId())
                    .addKeyValue("command", command.getClass().getSimpleName())
                    .addKeyValue("decision", decision.getClass().getSimpleName())
                    .log("office command decided");
        }

        private Task task() {
            if (task == null) {
                throw new IllegalStateException("init was not called");
            }
            return task;
        }
    }

    /** What exists once the task has started. */
    private record Task(ProcessorContext<String, Object> context, StoredOffice book, OfficeDesk desk) {}
}
