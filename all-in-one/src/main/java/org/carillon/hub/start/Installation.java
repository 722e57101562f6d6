package org.carillon.hub.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.carillon.hub.accounts.Accounts;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.data.DataFolder;
import org.carillon.hub.kafka.EmbeddedKafka;
import org.carillon.hub.kafka.KafkaClients;
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;

/** Makes a new installation in an empty data folder. */
public final class Installation {
    private Installation() {}

    /**
     * Copies the pack, makes the key ring and writes the first administrator's account. The pack is copied last: as long as it
     * is not there, the installation counts as not made and can be made again.
     */
    public static Accounts.Credentials make(HubConfig config, CityPack city, Path pack, Clock clock) {
        OfficeKeys keys = KeyRing.open(
                        config.keys(), city.purposes().stream().map(Purpose::id).toList(), clock)
                .officeKeys();
        Accounts.Credentials admin = config.kafka().isEmbedded()
                ? onEmbedded(config, city, clock, keys)
                : administrator(KafkaClients.of(config.kafka()), city, clock, keys);
        copy(pack, config.data().resolve(CityPacks.INSTALLED));
        return admin;
    }

    private static Accounts.Credentials onEmbedded(HubConfig config, CityPack city, Clock clock, OfficeKeys keys) {
        try (DataFolder data = DataFolder.open(config.data());
                EmbeddedKafka kafka = EmbeddedKafka.start(
                        data.path().resolve("kafka"), config.kafka().embedded())) {
            return administrator(KafkaClients.of(kafka), city, clock, keys);
        }
    }

    private static Accounts.Credentials administrator(
            Map<String, String> kafka, CityPack city, Clock clock, OfficeKeys keys) {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            TopicAdmin.ensure(admin, Topics.all().stream().map(Topic::spec).toList());
        }
        Accounts accounts = new Accounts(kafka, clock, keys);
        Accounts.Credentials credentials = accounts.newCredentials("admin");
        String sender = city.senders().isEmpty()
                ? "admin@" + city.id() + ".example"
                : city.senders().getFirst().id();
        accounts.write(credentials, "Administrator", Set.of(Role.ADMIN), sender);
        return credentials;
    }

    private static void copy(Path from, Path to) {
        try {
            Path fresh = Files.createTempDirectory(to.getParent(), "city");
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, fresh.resolve(file.getFileName().toString()));
                }
            }
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the city pack could not be copied to " + to, e);
        }
    }
}
