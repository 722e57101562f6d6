package org.carillon.hub.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carillon.ingest.auth.Secrets;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.topic.Topics;

/** Writes officers' accounts. */
public final class Accounts {
    private final Map<String, Object> kafka;
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final Clock clock;

    public Accounts(String bootstrap, Clock clock) {
        this.kafka = Map.of("bootstrap.servers", bootstrap, "acks", "all");
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
        Account account = new Account(
                credentials.user(),
                displayName,
                roles,
                sender,
                secrets.passwordHash(credentials.password()),
                Set.of(Secrets.tokenHash(credentials.token())),
                true,
                clock.instant());
        try (KafkaProducer<String, Account> producer = new KafkaProducer<>(
                kafka,
                Topics.ACCOUNTS.keySerde().serializer(),
                Topics.ACCOUNTS.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(Topics.ACCOUNTS.name(), account.user(), account))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the account of " + account.user() + " could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an account was written", e);
        }
    }
}
