package org.carillon.channel.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.core.testkit.Hub;
import org.carillon.channel.core.testkit.TestBroker;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer;
import org.carillon.channel.push.send.PushSettings;
import org.carillon.channel.push.subscribe.RouterOverKafka;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Rendered;
import org.carillon.rendering.push.PushRenderer;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole channel between a real Kafka, a browser and its push service: subscribed, told, gone. */
class PushServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final CityPack CITY = Demo.city();
    private static final PurposeId PURPOSE = CITY.purposes().getFirst().id();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBroker broker;
    private RouterOverKafka router;
    private PushServer push;
    private PushService service;
    private Hub hub;
    private URI base;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        KeyRing keys = KeyRing.open(folder.resolve("keys"), List.of(PURPOSE), Clock.systemUTC());
        push = PushServer.start(vertx, 0);
        router = new RouterOverKafka(broker.clients());
        PushSettings settings =
                new PushSettings(URI.create("mailto:operator@example.org"), Duration.ofSeconds(3), true);
        LoopConfig loop = LoopConfig.of(broker.clients(), "main").asSoleOwner("test");
        service = new PushService(new PushConfig(loop, settings, CITY, 0), keys, Clock.systemUTC());
        Router routes = Router.router(vertx);
        service.mount(routes);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(routes)
                .listen(0, "127.0.0.1")
                .await();
        base = URI.create("http://127.0.0.1:" + server.actualPort());
        service.start();
        hub = new Hub(broker.clients(), "push", PURPOSE.value());
    }

    @AfterEach
    void stop() {
        service.close();
        router.close();
        hub.close();
        push.close();
        vertx.close().await();
        broker.close();
    }

    private JsonObject get(String path) throws Exception {
        return new JsonObject(
                http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private JsonObject subscribe(DemoBrowser browser) throws Exception {
        JsonObject form = new JsonObject()
                .put("subscription", new JsonObject(browser.subscription().toString()))
                .put("languages", new JsonArray().add("en"))
                .put("areas", new JsonArray().add("ALL"))
                .put("consent", true);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/push/v1/subscriptions"))
                        .POST(HttpRequest.BodyPublishers.ofString(form.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonObject(answer.body());
    }

    private static String rendered(Instant at) {
        Notice notice = new Notice(
                AlertId.of("water@example.org", "1", at),
                AlertId.of("water@example.org", "1", at),
                at.atZone(CITY.timeZone()),
                "en",
                Notice.Kind.ALERT,
                false,
                Severity.EXTREME,
                "Water",
                "Unsafe water",
                null,
                null,
                "Boil your water.",
                null,
                List.of(),
                null,
                "ABCD-1234",
                null);
        return ((Rendered.Ready)
                        new PushRenderer(Catalogue.load(), LocalStyle.plain()).render(notice, ContentFormat.STANDARD))
                .rendition()
                .body();
    }

    @Test
    void shouldTellABrowserThatSubscribedAndForgetOneThatIsGone() throws Exception {
        // Given
        DemoBrowser stays = push.browser(get("/push/v1/key").getString("key"));
        DemoBrowser leaves = push.browser(get("/push/v1/key").getString("key"));
        SubscriptionId first = SubscriptionId.of(subscribe(stays).getString("id"));
        SubscriptionId second = SubscriptionId.of(subscribe(leaves).getString("id"));
        push.answer(leaves, 410);
        // When
        String body = rendered(Instant.now());
        AlertId alert = hub.alert("push", body);
        hub.batch(
                alert,
                Lane.URGENT,
                3,
                0,
                Instant.now().plus(Duration.ofHours(1)),
                List.of(
                        router.subscribed(first).orElseThrow().contact(),
                        router.subscribed(second).orElseThrow().contact()));
        // Then
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.SENT) == 1);
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.FAILED) == 1);
        assertThat(stays.received())
                .singleElement()
                .satisfies(got -> assertThat(got.payload()).isEqualTo(body));
        assertThat(push.complaints()).isEmpty();
        await().atMost(PATIENCE).until(() -> router.subscribed(second).isEmpty());
        assertThat(router.subscribed(first)).isPresent();
        assertThat(hub.commands())
                .filteredOn(SubscriptionCommand.End.class::isInstance)
                .singleElement()
                .satisfies(end -> assertThat(end.id()).isEqualTo(second));
        assertThat(service.notReady()).isEqualTo(Optional.empty());
        assertThat(service.counts().sent()).isEqualTo(1);
    }

    @Test
    void shouldSayThatItIsAwayWhileKafkaIs() throws Exception {
        // Given
        DemoBrowser browser = push.browser(get("/push/v1/key").getString("key"));
        subscribe(browser);
        broker.close();
        // When
        JsonObject form = new JsonObject()
                .put("subscription", new JsonObject(browser.subscription().toString()))
                .put("languages", new JsonArray().add("en"))
                .put("areas", new JsonArray().add("D01"))
                .put("consent", true);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/push/v1/subscriptions"))
                        .POST(HttpRequest.BodyPublishers.ofString(form.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
