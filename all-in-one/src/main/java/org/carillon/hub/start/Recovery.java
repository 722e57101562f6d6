package org.carillon.hub.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.data.DataFolder;
import org.carillon.hub.data.DataFolderException;
import org.carillon.hub.kafka.EmbeddedKafka;
import org.carillon.hub.kafka.KafkaClients;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.OfficeCommand;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.view.CommandClient;
import org.carillon.schemas.view.TopicReader;

/**
 * A new start for an officer, asked for at the machine because nobody is left who could confirm one. The router decides it, as
 * everything about accounts: at once where it runs, else when it starts.
 */
public final class Recovery {
    private static final String KAFKA = "kafka";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Nobody runs who could answer: the command only has to be safe. */
    private static final Duration NONE = Duration.ofMillis(1);

    private final HubConfig config;
    private final Clock clock;
    private final Secrets secrets = new Secrets(new SecureRandom());

    public Recovery(HubConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is shown once.
     *
     * @param decided whether it is so already; else it will be when the hub starts
     */
    public record Given(String password, boolean decided) {
        @Override
        public String toString() {
            return "Given[decided=" + decided + ']';
        }
    }

    /** Notes what is wrong before anything is opened: neither folder is made here. */
    public void check(StartProblems problems) {
        Path data = config.data();
        if (config.kafka().isEmbedded() && !Files.isDirectory(data.resolve(KAFKA))) {
            problems.add(ConfigKey.DATA, data + " holds no hub");
        }
        if (!KeyRing.exists(config.keys())) {
            problems.add(ConfigKey.KEYS, config.keys() + " holds no key ring: name the hub's own with --keys");
        }
    }

    /**
     * Gives it.
     *
     * @param reason is kept in the history of acts
     * @throws RecoveryRefusedException with what is wrong; then nothing has changed
     */
    public Given give(String user, String reason) throws InterruptedException {
        KeyRing keys = KeyRing.open(config.keys(), List.of(), clock);
        keys.foreign(config.data()).ifPresent(problem -> {
            throw new RecoveryRefusedException(problem.message());
        });
        if (!config.kafka().isEmbedded()) {
            return give(KafkaClients.of(config.kafka()), PATIENCE, keys, user, reason);
        }
        Path broker = config.data().resolve(KAFKA);
        try (DataFolder data = DataFolder.open(config.data());
                EmbeddedKafka kafka = EmbeddedKafka.start(
                        data.path().resolve(KAFKA), config.kafka().embedded())) {
            return give(KafkaClients.of(kafka), NONE, keys, user, reason);
        } catch (DataFolderException e) {
            Optional<String> running = e.isHeld()
                    ? EmbeddedKafka.runningElsewhere(broker, config.kafka().embedded())
                    : Optional.empty();
            return give(Map.of("bootstrap.servers", running.orElseThrow(() -> e)), PATIENCE, keys, user, reason);
        }
    }

    private Given give(Map<String, String> kafka, Duration patience, KeyRing keys, String user, String reason)
            throws InterruptedException {
        Map<String, Account> accounts = accounts(kafka);
        Account account = accounts.get(user);
        if (account == null || !account.active()) {
            throw new RecoveryRefusedException("there is no officer " + user + " with an open account; there are: "
                    + String.join(", ", new TreeMap<>(accounts).keySet()));
        }
        List<Account> guarded = accounts.values().stream()
                .filter(known -> known.security().secondFactor() != null)
                .toList();
        if (!guarded.isEmpty()
                && guarded.stream().noneMatch(known -> SecondFactors.isSealedBy(keys.officeKeys(), known))) {
            throw new RecoveryRefusedException(
                    config.keys() + " holds the keys of another hub: name the right ones with --keys");
        }
        String password = secrets.newPassword();
        OfficeCommand command = new OfficeCommand.Recover(
                UUID.randomUUID().toString(),
                clock.instant(),
                AdminRequest.OPERATOR,
                UUID.randomUUID().toString(),
                user,
                secrets.passwordHash(password),
                reason);
        return new Given(password, isDecided(kafka, patience, command));
    }

    private static boolean isDecided(Map<String, String> kafka, Duration patience, OfficeCommand command)
            throws InterruptedException {
        try (CommandClient<OfficeCommand, OfficeDecision> client = new CommandClient<>(
                kafka,
                Topics.OFFICE_COMMANDS,
                Topics.OFFICE_DECISIONS,
                OfficeDecision::commandId,
                patience,
                "recover-decisions")) {
            Optional<OfficeDecision> decision = client.ask(command.user(), command.commandId(), command);
            if (decision.isPresent() && decision.get() instanceof OfficeDecision.Refused refused) {
                throw new RecoveryRefusedException(refused.message());
            }
            return decision.isPresent();
        } catch (KafkaException e) {
            throw new RecoveryRefusedException("Kafka did not take it: nothing has changed", e);
        }
    }

    private static Map<String, Account> accounts(Map<String, String> kafka) throws InterruptedException {
        Map<String, Account> accounts = new ConcurrentHashMap<>();
        try (TopicReader reader = new TopicReader.Plan()
                .keep(Topics.ACCOUNTS, (user, account) -> {
                    if (account == null) {
                        accounts.remove(user);
                    } else {
                        accounts.put(user, account);
                    }
                })
                .start(kafka, "recover-accounts")) {
            if (!reader.awaitLoaded(PATIENCE)) {
                throw new RecoveryRefusedException("the accounts cannot be read from Kafka at "
                        + kafka.get("bootstrap.servers") + ": nothing has changed");
            }
        }
        return accounts;
    }
}
