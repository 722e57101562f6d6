package org.carillon.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.core.testkit.Hub;
import org.carillon.channel.core.testkit.TestBroker;
import org.carillon.channel.sms.twilio.TwilioSettings;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.topic.Topics;
import org.carillon.simulator.SimulatorConfig;
import org.carillon.simulator.TwilioSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole channel between a real Kafka and the simulator: out, back, and in. */
class SmsServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final CityPack CITY = Demo.city();
    private static final PurposeId PURPOSE = CITY.purposes().getFirst().id();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBroker broker;
    private TwilioSimulator.Running simulator;
    private KeyRing keys;
    private SmsService service;
    private Hub hub;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        keys = KeyRing.open(folder.resolve("keys"), List.of(PURPOSE), Clock.systemUTC());
        Router router = Router.router(vertx);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
        URI base = URI.create("http://127.0.0.1:" + server.actualPort());
        simulator = TwilioSimulator.start(
                        vertx,
                        SimulatorConfig.of(0, folder.resolve("simulator"))
                                .withInboundUrl(base.resolve("/sms/twilio/inbound")))
                .await();
        TwilioSettings twilio = new TwilioSettings(
                simulator.account().accountSid(),
                simulator.account().authToken(),
                new TwilioSettings.From.OwnNumber(simulator.account().hubNumber()),
                simulator.url(),
                base,
                Duration.ofSeconds(3));
        LoopConfig loop = LoopConfig.of(broker.clients(), "main").asSoleOwner("test");
        service = new SmsService(new SmsConfig(loop, twilio, CITY), keys, Clock.systemUTC());
        service.mount(router);
        service.start();
        hub = new Hub(broker.clients(), "sms", PURPOSE.value());
    }

    @AfterEach
    void stop() {
        service.close();
        hub.close();
        simulator.close().await();
        vertx.close().await();
        broker.close();
    }

    private static E164 number(int resident) {
        return E164.of("+1500555" + (1000 + resident));
    }

    @Test
    void shouldDeliverAndHearThatItWasDelivered() {
        // Given
        AlertId alert = hub.alert("callbacks", "Boil your water. 7K3M-Q2XA");

        // When
        hub.batch(
                alert,
                Lane.URGENT,
                3,
                0,
                Instant.now().plus(Duration.ofHours(1)),
                IntStream.range(0, 20)
                        .mapToObj(i -> keys.seal(PURPOSE, number(i)))
                        .toList());

        // Then
        await().atMost(PATIENCE).until(() -> hub.count(alert, DeliveryStatus.DELIVERED) == 20);
        assertThat(service.notReady()).isEqualTo(Optional.empty());
        assertThat(service.counts().sent()).isEqualTo(20);
    }

    @Test
    void shouldHandOnWhatAResidentTextsAndAnswer() throws Exception {
        // Given
        E164 resident = number(1);

        // When
        HttpResponse<String> texted = http.send(
                HttpRequest.newBuilder(
                                URI.create(simulator.url() + "/simulator/phones/" + resident.value() + "/messages"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(new JsonObject()
                                .put("body", "اشتراك الميناء القديم")
                                .encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(texted.statusCode()).isLessThan(300);
        InboundMessage heard = heard();
        hub.reply(new Reply(
                "r1",
                heard.contactId(),
                heard.purpose(),
                heard.contact(),
                "ar",
                ReplyKey.CONSENT,
                List.of("D01"),
                List.of(),
                Map.of(),
                Instant.now()));

        // Then
        assertThat(heard.contactId()).isEqualTo(keys.contactId(resident));
        assertThat(heard.meanings()).singleElement().isInstanceOf(Meaning.Join.class);
        await().atMost(PATIENCE)
                .until(() -> http.send(
                                HttpRequest.newBuilder(URI.create(simulator.url() + "/simulator/phones/"
                                                + resident.value() + "/messages"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body()
                        .contains("outbound-api"));
    }

    private InboundMessage heard() {
        Map<String, Object> config = new HashMap<>(broker.clients());
        config.put("group.id", "test");
        config.put("auto.offset.reset", "earliest");
        List<InboundMessage> heard = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.RESIDENTS_INBOUND.name()));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> heard.add(Objects.requireNonNull(Topics.RESIDENTS_INBOUND
                                .valueSerde()
                                .deserializer()
                                .deserialize(record.topic(), record.value()))));
                return !heard.isEmpty();
            });
        }
        return heard.getFirst();
    }
}
