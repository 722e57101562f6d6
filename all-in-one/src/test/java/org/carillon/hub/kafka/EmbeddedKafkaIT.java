package org.carillon.hub.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carillon.hub.config.Endpoint;
import org.carillon.schemas.topic.TopicSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final Endpoint ANYWHERE = new Endpoint("127.0.0.1", 0);
    private static final TopicSpec TOPIC = new TopicSpec("notes", 1, Map.of(), "test", "test");

    @TempDir
    Path temp;

    @Test
    void shouldKeepWhatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        // Given
        List<String> sent = IntStream.range(0, 1_000).mapToObj(i -> "note " + i).toList();
        Process process = spawn(temp);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String bootstrap = bootstrapOf(out);
            createTopic(bootstrap);
            send(bootstrap, sent);

            // When
            process.destroyForcibly().waitFor();
        }

        // Then
        try (EmbeddedKafka kafka = EmbeddedKafka.start(temp, ANYWHERE)) {
            assertThat(read(kafka.bootstrap(), sent.size())).isEqualTo(sent);
        }
    }

    @Test
    void shouldStartAndStopWithinSeconds() throws Exception {
        // When
        long begin = System.nanoTime();
        EmbeddedKafka kafka = EmbeddedKafka.start(temp, ANYWHERE);
        Duration up = Duration.ofNanos(System.nanoTime() - begin);
        createTopic(kafka.bootstrap());
        send(kafka.bootstrap(), List.of("note"));
        begin = System.nanoTime();
        kafka.close();
        Duration down = Duration.ofNanos(System.nanoTime() - begin);

        // Then: with grace for a loaded machine; a free one needs three seconds
        assertThat(up).isLessThan(Duration.ofSeconds(20));
        assertThat(down).isLessThan(Duration.ofSeconds(5));
    }

    private static Process spawn(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String bootstrapOf(BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith("UP ")) {
            line = out.readLine();
        }
        assertThat(line).as("the child's broker is up").isNotNull();
        return line.substring("UP ".length());
    }

    private static void createTopic(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicAdmin.ensure(admin, List.of(TOPIC));
        }
    }

    private static void send(String bootstrap, List<String> notes) throws ExecutionException, InterruptedException {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<RecordMetadata>> sent = notes.stream()
                    .map(note -> producer.send(new ProducerRecord<>(TOPIC.name(), note)))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private static List<String> read(String bootstrap, int count) {
        List<String> notes = new ArrayList<>();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC.name(), 0)));
            while (notes.size() < count) {
                consumer.poll(Duration.ofSeconds(10)).forEach(record -> notes.add(record.value()));
            }
        }
        return notes;
    }
}
