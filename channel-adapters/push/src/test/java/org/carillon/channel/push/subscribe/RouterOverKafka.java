package org.carillon.channel.push.subscribe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.topic.Topics;

/** A {@link FakeRouter} at the other end of the topics. */
public final class RouterOverKafka implements AutoCloseable {
    private final FakeRouter router = new FakeRouter();
    private final KafkaConsumer<String, SubscriptionCommand> commands;
    private final KafkaProducer<String, SubscriptionDecision> decisions;
    private final Thread thread;

    public RouterOverKafka(Map<String, String> kafka) {
        Map<String, Object> reading = new HashMap<>(kafka);
        reading.put("isolation.level", "read_committed");
        commands = new KafkaConsumer<>(
                reading,
                Topics.SUBSCRIPTION_COMMANDS.keySerde().deserializer(),
                Topics.SUBSCRIPTION_COMMANDS.valueSerde().deserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topics.SUBSCRIPTION_COMMANDS.partitions())
                .mapToObj(p -> new TopicPartition(Topics.SUBSCRIPTION_COMMANDS.name(), p))
                .toList();
        commands.assign(partitions);
        commands.seekToBeginning(partitions);
        decisions = new KafkaProducer<>(
                new HashMap<>(kafka),
                Topics.SUBSCRIPTION_DECISIONS.keySerde().serializer(),
                Topics.SUBSCRIPTION_DECISIONS.valueSerde().serializer());
        thread = Thread.ofPlatform().name("fake-router").start(this::run);
    }

    public Optional<SubscriptionCommand.Subscribe> subscribed(SubscriptionId id) {
        return router.subscribed(id);
    }

    private void run() {
        try {
            while (true) {
                commands.poll(Duration.ofMillis(200)).forEach(record -> {
                    SubscriptionDecision decision = router.decide(record.value());
                    var unused = decisions.send(
                            new ProducerRecord<>(Topics.SUBSCRIPTION_DECISIONS.name(), decision.commandId(), decision));
                });
            }
        } catch (WakeupException e) {
            commands.close();
        }
    }

    @Override
    public void close() {
        commands.wakeup();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        decisions.close(Duration.ofSeconds(1));
    }
}
