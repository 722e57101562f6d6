package org.carillon.channel.radio;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The channel behind a real server, and the other parts of the hub, as far as it sees them. */
final class Rig implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final RadioService service;
    private final URI base;

    Rig(Map<String, String> kafka, Clock clock) {
        this.kafka = kafka;
        producer = new KafkaProducer<>(Map.copyOf(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        service = new RadioService(new RadioConfig(kafka, Fixtures.CITY), clock);
        Router router = Router.router(vertx);
        service.mount(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
        base = URI.create("http://127.0.0.1:" + server.actualPort());
    }

    RadioService service() {
        return service;
    }

    /** An alert as the router writes it, with its scripts in these languages. */
    void issue(Alert alert, Map<String, Rendition> scripts) {
        scripts.forEach((language, script) -> write(
                Topics.RENDITIONS,
                new RenditionKey(alert.id(), alert.version(), "radio", language, ContentFormat.STANDARD).path(),
                script));
        write(Topics.ALERTS, alert.id().value(), alert);
    }

    <V> void write(Topic<String, V> topic, String key, @Nullable V value) {
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(),
                            topic.keySerde().serializer().serialize(topic.name(), key),
                            value == null
                                    ? null
                                    : topic.valueSerde().serializer().serialize(topic.name(), value)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** GET as a station; headers by name and value. */
    HttpResponse<String> get(String station, String path, String... headers) {
        return send(request(station, path, headers).GET());
    }

    HttpResponse<String> post(String station, String path, String body) {
        return send(request(station, path, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> anonymous(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** Every report so far. */
    List<StationReport> reports() {
        List<StationReport> reports = new ArrayList<>();
        TopicPartition partition = new TopicPartition(Topics.STATION_REPORTS.name(), 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(Map.copyOf(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> reports.add(Topics.STATION_REPORTS
                                .valueSerde()
                                .deserializer()
                                .deserialize(record.topic(), record.value())));
            }
        }
        return reports;
    }

    private HttpRequest.Builder request(String station, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + Fixtures.key(station));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
        producer.close();
        http.close();
        vertx.close().await();
    }
}
