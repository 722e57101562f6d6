package org.carillon.hub.start;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.carillon.channel.sms.SmsConfig;
import org.carillon.channel.sms.SmsService;
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
import org.carillon.hub.kafka.TopicAdmin;
import org.carillon.ingest.IngestConfig;
import org.carillon.ingest.IngestService;
import org.carillon.ingest.kafka.KafkaSettings;
import org.carillon.router.RouterService;
import org.carillon.router.config.CityCodes;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.resident.LedgerIds;
import org.carillon.router.resident.SubscriptionIds;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.carillon.simulator.SimulatorConfig;
import org.carillon.simulator.TwilioSimulator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs in one process, started in the order in which it is needed and stopped in the reverse. */
public final class Hub implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Hub.class);

    private final Deque<Part> started = new ArrayDeque<>();
    private final Readiness readiness = new Readiness();
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
        return started.stream().map(Part::name).toList();
    }

    public Readiness readiness() {
        return readiness;
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
        while (!started.isEmpty()) {
            Part part = started.pop();
            long from = System.nanoTime();
            try {
                part.running().close();
            } catch (Exception e) {
                LOGGER.atError().addKeyValue("part", part.name()).setCause(e).log("part did not stop in good order");
            }
            LOGGER.atInfo()
                    .addKeyValue("part", part.name())
                    .addKeyValue("ms", (System.nanoTime() - from) / 1_000_000)
                    .log("part stopped");
        }
    }

    private void startAll(Set<Role> roles, boolean withDemo) {
        Vertx vertx = Vertx.vertx();
        add("vertx", () -> HttpPort.await(vertx.close(), "Vert.x did not stop"));
        Router management = Management.routes(vertx, readiness, new Metrics(readiness)::scrape);
        HttpPort managementPort = add("management", HttpPort.listen(vertx, config.management(), management));
        TwilioSimulator.Running simulator = withDemo ? simulator(vertx) : null;
        DataFolder data = add("data folder", DataFolder.open(config.data()));
        String bootstrap = kafka(data);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicAdmin.ensure(admin, Topics.all().stream().map(Topic::spec).toList());
        }
        KeyRing keys = KeyRing.open(
                config.keys(), city.purposes().stream().map(Purpose::id).toList(), clock);
        keys.claim(config.data()).ifPresent(problem -> {
            throw new IllegalStateException(problem.message());
        });
        Router router = Router.router(vertx);
        if (roles.contains(Role.ROUTER)) {
            router(bootstrap, keys);
        }
        if (roles.contains(Role.ADAPTERS)) {
            sms(bootstrap, keys, router, simulator);
        }
        if (roles.contains(Role.INGEST)) {
            ingest(bootstrap, router, withDemo);
        }
        HttpPort http = add("http", HttpPort.listen(vertx, config.http().endpoint(), router));
        httpPort = http.port();
        if (simulator != null) {
            demo = new DemoSetup(config, city, new Accounts(bootstrap, clock))
                    .apply(simulator.account(), simulator.url(), http.port(), managementPort.port());
        }
    }

    private TwilioSimulator.Running simulator(Vertx vertx) {
        HubConfig.Simulator where = config.simulator();
        SimulatorConfig simulator = SimulatorConfig.of(where.endpoint().port(), where.data())
                .withHost(where.endpoint().host())
                .withInboundUrl(URI.create(config.http().publicUrl() + "/sms/twilio/inbound"));
        TwilioSimulator.Running running =
                HttpPort.await(TwilioSimulator.start(vertx, simulator), "the Twilio simulator did not start");
        add("simulator", () -> HttpPort.await(running.close(), "the Twilio simulator did not stop"));
        return running;
    }

    private String kafka(DataFolder data) {
        if (!config.kafka().isEmbedded()) {
            return Objects.requireNonNull(config.kafka().bootstrap());
        }
        EmbeddedKafka kafka = add(
                "kafka",
                EmbeddedKafka.start(data.path().resolve("kafka"), config.kafka().embedded()));
        return kafka.bootstrap();
    }

    private void router(String bootstrap, KeyRing keys) {
        RouterConfig router = RouterConfig.of(
                org.carillon.router.config.KafkaSettings.embedded(
                        bootstrap, config.data().resolve("router")),
                CityCodes.of(city),
                SubscriptionIds.from(keys),
                LedgerIds.from(keys));
        RouterService service = add("router", new RouterService(router, failure -> failed.countDown()));
        service.start();
        readiness.add("router", service::notReady);
    }

    private void sms(String bootstrap, KeyRing keys, Router router, TwilioSimulator.@Nullable Running simulator) {
        Optional<SmsConfig> sms = SmsSettings.of(config, city, simulator, bootstrap);
        if (sms.isEmpty()) {
            LOGGER.atWarn().log("no SMS is sent: twilio.accountSid is not configured");
            return;
        }
        SmsService service = add("sms", new SmsService(sms.get(), keys, clock));
        service.start();
        service.mount(router);
        readiness.add("sms", service::notReady);
    }

    private void ingest(String bootstrap, Router router, boolean withDemo) {
        IngestConfig ingest = new IngestConfig(
                new KafkaSettings(Map.of("bootstrap.servers", bootstrap)),
                city,
                List.of("sms"),
                withDemo ? Set.copyOf(city.languageCodes()) : Set.of(),
                Duration.ofSeconds(5),
                clock);
        IngestService service = add("ingest", new IngestService(ingest));
        service.mount(router);
        readiness.add(
                "ingest", () -> service.isReady() ? Optional.empty() : Optional.of("reading what the topics hold"));
    }

    private <T extends AutoCloseable> T add(String name, T running) {
        started.push(new Part(name, running));
        return running;
    }

    private record Part(String name, AutoCloseable running) {}
}
