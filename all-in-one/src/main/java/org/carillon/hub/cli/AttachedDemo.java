package org.carillon.hub.cli;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.carillon.hub.accounts.Accounts;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Flags;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.config.HubConfigReader;
import org.carillon.hub.config.StartProblems;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoSetup;
import org.carillon.hub.demo.PushAddress;
import org.carillon.hub.kafka.KafkaClients;
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.hub.start.CityPacks;
import org.carillon.hub.start.Preflight;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A running hub on which the story can be played.
 *
 * @param push where the story's own push service listens
 */
record AttachedDemo(DemoFile demo, PushAddress push) {
    /**
     * A hub whose services run elsewhere: writes the demo's accounts to its Kafka.
     *
     * @throws org.carillon.hub.config.WrongStartException with all that the configuration lacks
     */
    static AttachedDemo of(Flags flags, Map<String, String> environment, @Nullable String pushAddress, Clock clock) {
        StartProblems problems = new StartProblems();
        HubConfig config = HubConfigReader.read(flags, environment, problems);
        new Preflight(problems).writable(ConfigKey.DATA, config.data());
        if (config.kafka().isEmbedded()) {
            problems.add(ConfigKey.KAFKA_BOOTSTRAP, "is missing: --attach needs the Kafka of the running hub");
        }
        if (config.twilio() == null) {
            problems.add(
                    ConfigKey.TWILIO_ACCOUNT_SID, "is missing: --attach needs the account of the running simulator");
        }
        CityPack city = new CityPacks(clock).find(config, true, problems).orElse(null);
        PushAddress push = pushAddress == null ? PushAddress.LOOPBACK : address(pushAddress, problems);
        problems.throwIfAny();
        Map<String, String> kafka = KafkaClients.of(config.kafka());
        try (Admin admin = Admin.create(Map.copyOf(kafka))) {
            TopicAdmin.ensure(admin, Topics.all().stream().map(Topic::spec).toList());
        }
        HubConfig.Twilio twilio = Objects.requireNonNull(config.twilio());
        String base = config.http().publicUrl().toString();
        DemoFile demo = new DemoSetup(config, Objects.requireNonNull(city), new Accounts(kafka, clock, null), null)
                .apply(
                        new DemoFile.Twilio(
                                twilio.accountSid(), twilio.authToken().value()),
                        twilio.from(),
                        twilio.baseUrl().toString(),
                        base,
                        base);
        return new AttachedDemo(demo, push);
    }

    private static PushAddress address(String text, StartProblems problems) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            problems.add("--push-address: '" + text + "' is no HOST:PORT");
            return PushAddress.LOOPBACK;
        }
        return new PushAddress("0.0.0.0", Integer.parseInt(text.substring(colon + 1)), text.substring(0, colon));
    }
}
