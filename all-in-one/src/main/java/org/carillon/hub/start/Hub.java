package org.carillon.hub.start;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.carillon.hub.accounts.Accounts;
import org.carillon.hub.config.HubConfig;
import org.carillon.hub.data.DataFolder;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoSetup;
import org.carillon.hub.http.HttpPort;
import org.carillon.hub.http.Management;
import org.carillon.hub.http.Metrics;
import org.carillon.hub.http.Readiness;
import org.carillon.hub.kafka.EmbeddedKafka;
import org.carillon.hub.kafka.KafkaClients;
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.ingest.IngestConfig;
import org.carillon.ingest.IngestService;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.console.ConsoleConfig;
import org.carillon.ingest.office.DutyNumbers;
import org.carillon.router.RouterService;
import org.carillon.router.config.CityCodes;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.config.TransparencyConfig;
import org.carillon.router.lifecycle.LifecyclePolicy;
import org.carillon.router.resident.LedgerIds;
import org.carillon.router.resident.SubscriptionIds;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.note.HeadSigner;
import org.carillon.simulator.SimulatorConfig;
import org.carillon.simulator.TwilioSimulator;
import org.jspecify.annotations.Nullable;

/** Everything that runs in one process, started in the order in which it is needed and stopped in the reverse. */
public final class Hub implements AutoCloseable {
    private final Parts parts = new Parts();
    private final HubConfig config;
    private final CityPack city;
    private final Clock clock;
    private final CountDownLatch failed = new CountDownLatch(1);
    private @Nullable DemoFile demo;
    private int httpPort;

    private Hub(HubConfig config, CityPack city, Clock clock) {
        this.config = config;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Starts the services of these roles; where one fails, stops those that are up.
     *
     * @param withDemo also the Twilio simulator and the demo's accounts
     */
    public static Hub start(HubConfig config, CityPack city, Set<Role> roles, boolean withDemo, Clock clock) {
        Hub hub = new Hub(config, city, clock);
        try {
            hub.startAll(roles, withDemo);
            return hub;
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    /** What runs here, the last started first. */
    public List<String> parts() {
        return parts.names();
    }

    public Readiness readiness() {
        return parts.readiness();
    }

    /** How to reach the demo, where it runs. */
    public Optional<DemoFile> demo() {
        return Optional.ofNullable(demo);
    }

    /** The public port that is really listened on. */
    public int httpPort() {
        return httpPort;
    }

    /** Opens when a part has stopped by itself: the process should end. */
    public CountDownLatch failed() {
        return failed;
    }

    /** Stops all parts; one that fails does not keep the others from stopping. */
    @Override
    public void close() {
        parts.close();
    }

    private void startAll(Set<Role> roles, boolean withDemo) {
        Vertx vertx = Vertx.vertx();
        parts.add("vertx", () -> HttpPort.await(vertx.close(), "Vert.x did not stop"));
        Router management = Management.routes(vertx, parts.readiness(), new Metrics(parts.readiness())::scrape);
        HttpPort managementPort = parts.add("management", HttpPort.listen(vertx, config.management(), management));
        TwilioSimulator.Running simulator = withDemo ? simulator(vertx) : null;
        DataFolder data = parts.add("data folder", DataFolder.open(config.data()));
        Map<String, String> kafka = kafka(data);
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            TopicAdmin.ensure(admin, Topics.all().stream().map(Topic::spec).toList());
        }
        KeyRing keys = KeyRing.open(config.keys(), purposes(), clock);
        keys.claim(config.data()).ifPresent(problem -> {
            throw new IllegalStateException(problem.message());
        });
        Router router = Router.router(vertx);
        if (roles.contains(Role.ROUTER)) {
            router(kafka, keys);
        }
        if (roles.contains(Role.INGEST)) {
            ingest(kafka, keys, router, withDemo);
        }
        if (roles.contains(Role.ADAPTERS)) {
            new ChannelParts(config, city, kafka, keys, clock).start(parts, router, simulator, withDemo);
        }
        HttpPort http = parts.add("http", HttpPort.listen(vertx, config.http().endpoint(), router));
        httpPort = http.port();
        if (simulator != null) {
            demo = new DemoSetup(config, city, new Accounts(kafka, clock, keys.officeKeys()), keys)
                    .apply(
                            new DemoFile.Twilio(
                                    simulator.account().accountSid(),
                                    simulator.account().authToken()),
                            simulator.account().hubNumber(),
                            "http://localhost:" + simulator.url().getPort(),
                            "http://localhost:" + http.port(),
                            "http://localhost:" + managementPort.port());
        }
    }

    /** Those of the city, and the one under which officers' numbers are sealed. */
    private List<PurposeId> purposes() {
        return Stream.concat(city.purposes().stream().map(Purpose::id), Stream.of(new PurposeId(Duty.PURPOSE)))
                .toList();
    }

    private LifecyclePolicy lifecycle(KeyRing keys) {
        Map<String, Set<String>> actsFor = new HashMap<>();
        city.senders().forEach(sender -> actsFor.put(sender.id(), Set.copyOf(sender.actsFor())));
        PurposeId purpose = new PurposeId(Duty.PURPOSE);
        return LifecyclePolicy.DEFAULT
                .withPatience(
                        config.approval().deputiesAfter(), config.approval().aloneAfter())
                .withActsFor(actsFor)
                .withTesters(city.testers().stream()
                        .map(number -> keys.seal(purpose, number))
                        .toList());
    }

    private TwilioSimulator.Running simulator(Vertx vertx) {
        HubConfig.Simulator where = config.simulator();
        SimulatorConfig simulator = SimulatorConfig.of(where.endpoint().port(), where.data())
                .withHost(where.endpoint().host())
                .withInboundUrl(URI.create(config.http().publicUrl() + "/sms/twilio/inbound"));
        TwilioSimulator.Running running =
                HttpPort.await(TwilioSimulator.start(vertx, simulator), "the Twilio simulator did not start");
        parts.add("simulator", () -> HttpPort.await(running.close(), "the Twilio simulator did not stop"));
        return running;
    }

    private Map<String, String> kafka(DataFolder data) {
        if (!config.kafka().isEmbedded()) {
            return KafkaClients.of(config.kafka());
        }
        return KafkaClients.of(parts.add(
                "kafka",
                EmbeddedKafka.start(data.path().resolve("kafka"), config.kafka().embedded())));
    }

    private void router(Map<String, String> kafka, KeyRing keys) {
        Path state = config.data().resolve("router");
        KafkaSettings settings = config.kafka().isEmbedded()
                ? KafkaSettings.embedded(Objects.requireNonNull(kafka.get("bootstrap.servers")), state)
                : KafkaSettings.cluster(kafka, state, "router-" + config.instance());
        RouterConfig router = RouterConfig.of(
                        settings,
                        CityCodes.of(city),
                        SubscriptionIds.from(keys),
                        LedgerIds.from(keys),
                        TransparencyConfig.of(
                                HeadSigner.of(HeadSigner.logName(keys.id()), keys.logKeys()), city.purposes()))
                .withLifecycle(lifecycle(keys));
        RouterService service = new RouterService(router, failure -> failed.countDown());
        parts.add("router", service, service::notReady).start();
    }

    private void ingest(Map<String, String> kafka, KeyRing keys, Router router, boolean withDemo) {
        HubConfig.Twilio twilio = config.twilio();
        Boolean insecureFeeds = config.insecureFeeds();
        IngestConfig ingest = new IngestConfig(
                kafka,
                city,
                config.channels(),
                withDemo ? Set.copyOf(city.languageCodes()) : Set.of(),
                twilio == null || twilio.partsPerSecond() == null ? Map.of() : Map.of("sms", twilio.partsPerSecond()),
                twilio == null || twilio.pricePerPart() == null ? Map.of() : Map.of("sms", twilio.pricePerPart()),
                withDemo ? SecondFactor.ofDemo(clock) : SecondFactor.NONE,
                keys.signingKeys(city.authority().in(city.defaultLanguage())),
                insecureFeeds == null ? withDemo : insecureFeeds,
                DutyNumbers.of(keys),
                keys,
                config.approval().aloneAfter(),
                Duration.ofSeconds(5),
                ConsoleConfig.of(keys.officeKeys(), config.http().publicUrl()),
                clock);
        IngestService service = new IngestService(ingest);
        parts.add(
                "ingest",
                service,
                () -> service.isReady() ? Optional.empty() : Optional.of("reading what the topics hold"));
        service.mount(router);
    }
}
