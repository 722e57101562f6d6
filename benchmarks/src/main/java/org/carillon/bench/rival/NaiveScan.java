package org.carillon.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.carillon.bench.broker.BrokerProcess;
import org.carillon.bench.broker.TimedOutException;
import org.carillon.bench.fanout.AlertSender;
import org.carillon.bench.fanout.Form;
import org.carillon.bench.fanout.Population;
import org.carillon.bench.fanout.Rival;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.TopicSpec;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The first that comes to mind: Kafka Streams with the subscriptions in an ordinary store; an alert looks at each and sends one
 * record of JSON for each that matches. With the router's own settings.
 */
public final class NaiveScan implements Rival {
    static final String QUERIES = "naive-queries";
    static final String DELIVERIES = "naive-deliveries";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SEPARATOR = ":";

    /** It takes seconds for each alert, small ones too. */
    private static final int FEWER = 5;

    private static final Form FORM = new Form() {
        @Override
        public int recipients(byte[] record) {
            return 1;
        }

        @Override
        public void read(ConsumerRecord<String, byte[]> record, To to) {
            try {
                JsonNode delivery = Json.mapper().readTree(record.value());
                String[] recipient = delivery.path("recipient").asText().split(SEPARATOR, -1);
                to.recipient(Integer.parseInt(recipient[0]), Integer.parseInt(recipient[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private final BrokerProcess broker;
    private final Path stateDir;
    private final AlertSender sender;
    private @Nullable KafkaStreams streams;

    public NaiveScan(BrokerProcess broker, Path stateDir, InstantSource clock) {
        this.broker = broker;
        this.stateDir = stateDir;
        for (String topic : List.of(QUERIES, DELIVERIES)) {
            broker.createTopic(new TopicSpec(topic, Topics.AUDIENCE_PARTITIONS, Map.of(), "bench", "bench"));
        }
        this.sender = new AlertSender(broker.clients(), QUERIES, clock);
    }

    @Override
    public String name() {
        return "naive scan";
    }

    @Override
    public String topic() {
        return DELIVERIES;
    }

    @Override
    public Form form() {
        return FORM;
    }

    @Override
    public int fewer() {
        return FEWER;
    }

    @Override
    public void load(Population population) {
        // It reads the router's own topic.
    }

    @Override
    public void wake() throws InterruptedException {
        Properties props =
                StreamsSettings.of(KafkaSettings.embedded(broker.clients().bootstrap(), stateDir));
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, "naive-scan");
        CountDownLatch running = new CountDownLatch(1);
        KafkaStreams starting = new KafkaStreams(ScanTopology.build(), props);
        starting.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        starting.start();
        streams = starting;
        if (!running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimedOutException("the naive scan did not run within " + PATIENCE);
        }
    }

    @Override
    public void send(AlertId alertId, Match match) {
        sender.send(alertId, match);
    }

    @Override
    public void rest() {
        KafkaStreams running = streams;
        if (running != null) {
            running.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(Duration.ofSeconds(30)));
            streams = null;
        }
    }

    @Override
    public long cpuNanos() {
        // It runs in this process.
        return 0;
    }

    @Override
    public void close() {
        rest();
        sender.close();
    }
}
