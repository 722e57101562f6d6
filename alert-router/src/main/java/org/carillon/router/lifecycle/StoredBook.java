package org.carillon.router.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The book in the state stores of the one task that decides about alerts. */
final class StoredBook implements AlertBook {
    private static final String ALERTS = "alert-records";
    private static final String NAMES = "alert-names";
    private static final String ANSWERS = "alert-answers";
    private static final Logger LOGGER = LoggerFactory.getLogger(StoredBook.class);
    private static final Deserializer<Account> ACCOUNTS =
            Topics.ACCOUNTS.valueSerde().deserializer();
    private static final Duration ANSWERS_KEPT = Duration.ofDays(1);

    private final KeyValueStore<String, AlertRecord> alerts;
    private final KeyValueStore<String, NamedAlerts> names;
    private final KeyValueStore<String, Answer> answers;
    private final KeyValueStore<String, byte[]> officers;

    private StoredBook(
            KeyValueStore<String, AlertRecord> alerts,
            KeyValueStore<String, NamedAlerts> names,
            KeyValueStore<String, Answer> answers,
            KeyValueStore<String, byte[]> officers) {
        this.alerts = alerts;
        this.names = names;
        this.answers = answers;
        this.officers = officers;
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(store(ALERTS, AlertRecord.class), store(NAMES, NamedAlerts.class), store(ANSWERS, Answer.class));
    }

    static StoredBook open(ProcessorContext<?, ?> context) {
        return new StoredBook(
                context.getStateStore(ALERTS),
                context.getStateStore(NAMES),
                context.getStateStore(ANSWERS),
                context.getStateStore(KeepOfficers.OFFICERS));
    }

    @Override
    public Optional<AlertRecord> find(AlertId id) {
        return Optional.ofNullable(alerts.get(id.value()));
    }

    @Override
    public NamedAlerts named(String sender, String identifier) {
        return Optional.ofNullable(names.get(name(sender, identifier))).orElse(NamedAlerts.NONE);
    }

    @Override
    public Optional<Decision> answered(String commandId) {
        return Optional.ofNullable(answers.get(commandId)).map(Answer::decision);
    }

    /** One that cannot be read is passed over: nobody's alert must wait for it. */
    @Override
    public List<Account> officers() {
        List<Account> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = officers.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                try {
                    all.add(ACCOUNTS.deserialize(Topics.ACCOUNTS.name(), entry.value));
                } catch (SerializationException e) {
                    LOGGER.atError().addKeyValue("user", entry.key).log("an account cannot be read");
                }
            }
        }
        return all;
    }

    void keep(AlertRecord record) {
        alerts.put(record.id().value(), record);
    }

    void name(String sender, String identifier, NamedAlerts named) {
        names.put(name(sender, identifier), named);
    }

    void answer(Decision decision, Instant now) {
        answers.putIfAbsent(decision.commandId(), new Answer(decision, now));
    }

    void forEachAlert(Consumer<AlertRecord> consumer) {
        try (KeyValueIterator<String, AlertRecord> all = alerts.all()) {
            all.forEachRemaining(entry -> consumer.accept(entry.value));
        }
    }

    /** Forgets the answers to commands that nobody repeats any more. */
    void forgetOldAnswers(Instant now) {
        Instant oldest = now.minus(ANSWERS_KEPT);
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, Answer> all = answers.all()) {
            while (all.hasNext()) {
                KeyValue<String, Answer> entry = all.next();
                if (entry.value.at().isBefore(oldest)) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(answers::delete);
    }

    /** Neither part can hold a line break: CAP forbids whitespace in both. */
    private static String name(String sender, String identifier) {
        return sender + '\n' + identifier;
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Json.serde(type));
    }
}
