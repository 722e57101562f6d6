package org.carillon.hub.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carillon.ingest.auth.Secrets;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.Station;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Writes the accounts of officers and stations. */
public final class Accounts {
    private final Map<String, Object> kafka;
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Clock clock;

    /**
     * Writes to that Kafka.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     */
    public Accounts(Map<String, String> kafka, Clock clock) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("acks", "all");
        this.clock = clock;
    }

    /** A new officer, with what proves it, which is shown once. */
    public record Credentials(String user, String password, String token) {
        @Override
        public String toString() {
            return "Credentials[" + user + ']';
        }
    }

    /** Makes a password and a token. */
    public Credentials newCredentials(String user) {
        return new Credentials(user, secrets.newPassword(), secrets.newToken());
    }

    /** Writes one account; with the same credentials again it changes nothing. */
    public void write(Credentials credentials, String displayName, Set<Role> roles, String sender) {
        write(credentials, displayName, roles, sender, null);
    }

    /**
     * Writes the account of an officer who is told by SMS what cannot wait.
     *
     * @param duty the sealed number, or null for one who is not told
     */
    public void write(
            Credentials credentials, String displayName, Set<Role> roles, String sender, @Nullable Duty duty) {
        Account account = new Account(
                credentials.user(),
                displayName,
                roles,
                sender,
                secrets.passwordHash(credentials.password()),
                Set.of(Secrets.tokenHash(credentials.token())),
                true,
                clock.instant(),
                duty);
        write(Topics.ACCOUNTS, account.user(), account);
    }

    /** Writes a station's account; with the same key again it changes nothing. */
    public void write(Station station, String key) {
        StationAccount account = new StationAccount(
                station.id(),
                station.name(),
                station.languages(),
                station.districts(),
                Secrets.tokenHash(key),
                true,
                clock.instant());
        write(Topics.STATIONS, account.id(), account);
    }

    private <V> void write(Topic<String, V> topic, String key, V value) {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                kafka, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the account of " + key + " could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an account was written", e);
        }
    }
}
