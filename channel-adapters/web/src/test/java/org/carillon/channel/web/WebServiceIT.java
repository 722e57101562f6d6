package org.carillon.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.channel.core.testkit.ManualClock;
import org.carillon.channel.core.testkit.TestBroker;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole channel on a real Kafka: what the router wrote is on the page, and gone when the router says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBroker broker;
    private KafkaProducer<byte[], byte[]> router;
    private WebService service;
    private URI base;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        Map<String, Object> config = new HashMap<>(broker.clients());
        router = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        write(Sample.of("before"));
        Router routes = Router.router(vertx);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(routes)
                .listen(0, "127.0.0.1")
                .await();
        base = URI.create("http://127.0.0.1:" + server.actualPort());
        service = new WebService(
                new WebConfig(broker.clients(), Demo.CITY, base, FakeLog.SIGNER.key(), null),
                new ManualClock(Sample.NOON));
        service.mount(routes);
    }

    @AfterAll
    void stop() {
        service.close();
        router.close();
        vertx.close().await();
        broker.close();
    }

    @Test
    void shouldShowWhatStandsInTheTopicsAndForgetWhatIsWithdrawn() throws Exception {
        assertThat(service.awaitReady(PATIENCE)).isTrue();
        assertThat(service.notReady()).isEmpty();
        Sample before = Sample.of("before");
        assertThat(get("/en/alerts/" + before.id()).body())
                .contains(before.articles().getFirst().body());
        assertThat(get("/cap/" + before.id() + ".xml").body())
                .isEqualTo(new String(FakeAlerts.documentOf(before.id()), StandardCharsets.UTF_8));

        Sample pending = Sample.of("later").state(AlertState.PENDING_APPROVAL);
        write(pending);
        Sample issued = Sample.of("later");
        write(before.endedBy(AlertState.SUPERSEDED, Sample.NOON, issued));
        await().atMost(PATIENCE).until(() -> get("/en/alerts/" + before.id()).statusCode() == 410);
        assertThat(get("/en/alerts/" + pending.id()).statusCode()).isEqualTo(404);

        write(issued);
        await().atMost(PATIENCE).until(() -> get("/ar/alerts/" + issued.id()).statusCode() == 200);
        assertThat(get("/feed/cap.atom").body()).contains(issued.id().value()).doesNotContain(before.id() + ".xml");
        assertThat(get("/en/alerts/" + before.id()).body()).contains("/en/alerts/" + issued.id());
    }

    @Test
    void shouldServeTheLogFromItsTopic() throws Exception {
        FakeLog written = new FakeLog();
        for (int i = 0; i < 100; i++) {
            FakeLog.Written entry = written.append(FakeLog.issued(Sample.of("entry-" + i)));
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    Topics.TRANSPARENCY_LOG.name(),
                    0,
                    entry.key().getBytes(StandardCharsets.UTF_8),
                    entry.leaf().get());
            record.headers().add("head", entry.head().note().getBytes(StandardCharsets.UTF_8));
            router.send(record).get();
        }

        await().atMost(PATIENCE).until(() -> get("/transparency/v1/head").body().contains("\"size\":100,"));
        JsonNode first = Json.mapper().readTree(get("/transparency/v1/log").body());
        JsonNode second = Json.mapper()
                .readTree(get("/transparency/v1/log?from=" + first.path("next").asInt())
                        .body());

        assertThat(first.path("entries")).hasSize(64);
        assertThat(second.path("entries")).hasSize(36);
        assertThat(second.has("next")).isFalse();
        assertThat(Base64.getDecoder().decode(second.at("/entries/35/leaf").asText()))
                .isEqualTo(written.entries(99, 1).getFirst());

        // A record that does not belong there is never shown, and alerts are.
        router.send(new ProducerRecord<>(
                        Topics.TRANSPARENCY_LOG.name(), 0, "7".getBytes(StandardCharsets.UTF_8), new byte[0]))
                .get();
        await().atMost(PATIENCE).until(() -> get("/transparency/v1/head").statusCode() == 503);
        assertThat(get("/en/").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void write(Sample sample) throws Exception {
        for (Rendition article : sample.articles()) {
            RenditionKey key = new RenditionKey(sample.id(), 1, "web", article.language(), article.format());
            send(Topics.RENDITIONS, key.path(), article);
        }
        send(Topics.CAP_DOCUMENTS, sample.id().value(), FakeAlerts.documentOf(sample.id()));
        send(Topics.ALERTS, sample.id().value(), sample.alert());
    }

    private <V> void send(Topic<String, V> topic, String key, V value) throws Exception {
        router.send(new ProducerRecord<>(
                        topic.name(),
                        0,
                        topic.keySerde().serializer().serialize(topic.name(), key),
                        topic.valueSerde().serializer().serialize(topic.name(), value)))
                .get();
    }
}
