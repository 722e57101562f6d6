package org.carillon.hub.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.auth.Totp;
import org.carillon.ingest.office.SecondFactors;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.city.Station;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Writes the accounts of officers and stations. */
public final class Accounts {
    private final Map<String, Object> kafka;
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Clock clock;
    private final @Nullable OfficeKeys keys;

    /**
     * Writes to that Kafka.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param keys seal the secrets of authenticator apps; null where the key ring is not at hand: officers then set up an app at the console
     */
    public Accounts(Map<String, String> kafka, Clock clock, @Nullable OfficeKeys keys) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("acks", "all");
        this.clock = clock;
        this.keys = keys;
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
        write(account(credentials, displayName, roles, sender));
    }

    /**
     * As {@link #write(Credentials, String, Set, String)}, with an authenticator app that is set up already.
     *
     * @return the app's secret in base32, as people type it into one; empty where there is no key ring to seal it
     */
    public Optional<String> writeWithApp(
            Credentials credentials, String displayName, Set<Role> roles, String sender) {
        if (keys == null) {
            write(credentials, displayName, roles, sender);
            return Optional.empty();
        }
        byte[] secret = secrets.newSecret(Totp.SECRET_BYTES);
        SecondFactor factor = new SecondFactor(
                SecondFactors.seal(keys, credentials.user(), secret), 0, Set.of(), clock.instant());
        write(account(credentials, displayName, roles, sender).with(AccountSecurity.NEW.with(factor)));
        return Optional.of(Totp.text(secret));
    }

    private void write(Account account) {
        write(Topics.ACCOUNTS, account.user(), account);
    }

    private Account account(Credentials credentials, String displayName, Set<Role> roles, String sender) {
        return new Account(
                credentials.user(),
                displayName,
                roles,
                sender,
                secrets.passwordHash(credentials.password()),
                Set.of(Secrets.tokenHash(credentials.token())),
                true,
                clock.instant());
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
