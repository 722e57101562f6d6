package org.carillon.bench.latency;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.Clients;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.schemas.topic.TopicSpec;
import org.carillon.schemas.topic.Topics;

/**
 * The least that anybody can do in the router's place: one thread reads a record in each of as many partitions as there are audience
 * tasks, writes one to each partition and commits both in a transaction. It keeps no state and looks nothing up.
 */
final class Echo implements AutoCloseable {
    private static final String IN = "echo-in";
    private static final String OUT = "echo-out";
    private static final int PARTITIONS = Topics.AUDIENCE_PARTITIONS;
    private static final int BYTES = 700;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> requests;
    private final KafkaConsumer<byte[], byte[]> answers;
    private final KafkaProducer<byte[], byte[]> asking;
    private final KafkaProducer<byte[], byte[]> answering;
    private final Thread thread;

    private Echo(Clients clients) {
        requests = clients.committedReader(new ByteArrayDeserializer(), Map.of(ConsumerConfig.GROUP_ID_CONFIG, "echo"));
        answers = clients.committedReader(new ByteArrayDeserializer(), Map.of());
        asking = clients.promptProducer(new ByteArraySerializer(), new ByteArraySerializer());
        answering = clients.bulkProducer(
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "echo",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                        5));
        thread = Thread.ofPlatform().name("echo").unstarted(this::answerAll);
    }

    static Echo start(BrokerProcess broker) {
        for (String topic : List.of(IN, OUT)) {
            broker.createTopic(new TopicSpec(topic, PARTITIONS, Map.of(), "bench", "bench"));
        }
        Echo echo = new Echo(broker.clients());
        standAtEnd(echo.requests, IN);
        standAtEnd(echo.answers, OUT);
        echo.answering.initTransactions();
        echo.thread.start();
        return echo;
    }

    /** Milliseconds from the first request to the last answer, committed and read. */
    double millis() {
        long start = System.nanoTime();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            send(asking, IN, partition);
        }
        asking.flush();
        for (int read = 0; read < PARTITIONS; ) {
            read += answers.poll(Duration.ofMillis(100)).count();
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new TimedOutException("echo: " + read + " of " + PARTITIONS + " answers in " + PATIENCE);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void answerAll() {
        try {
            while (true) {
                answer(requests.poll(PATIENCE));
            }
        } catch (WakeupException | InterruptException e) {
            // Closed.
        }
    }

    private void answer(ConsumerRecords<byte[], byte[]> read) {
        if (read.isEmpty()) {
            return;
        }
        answering.beginTransaction();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> request : read) {
            send(answering, OUT, request.partition());
            offsets.put(
                    new TopicPartition(request.topic(), request.partition()),
                    new OffsetAndMetadata(request.offset() + 1));
        }
        answering.sendOffsetsToTransaction(offsets, requests.groupMetadata());
        answering.commitTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing comes back where a send has failed, and that is bounded
    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, int partition) {
        producer.send(new ProducerRecord<>(topic, partition, null, new byte[BYTES]));
    }

    private static void standAtEnd(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @Override
    public void close() {
        requests.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException("interrupted");
        }
        requests.close();
        answers.close();
        asking.close();
        answering.close(Duration.ZERO);
    }
}
