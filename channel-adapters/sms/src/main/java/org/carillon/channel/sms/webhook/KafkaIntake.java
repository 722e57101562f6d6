package org.carillon.channel.sms.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.topic.Topic;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Hands what came in to Kafka, with the acknowledgement of all replicas. May be used from any thread. */
public final class KafkaIntake implements Intake, AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    public KafkaIntake(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        // Together below the 15 seconds after which Twilio gives up on a webhook.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "6000");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public boolean put(InboundMessage message) {
        return put(Topics.RESIDENTS_INBOUND, null, message.contactId().value(), message);
    }

    @Override
    public boolean put(Receipt.Progress receipt) {
        return put(Topics.RECEIPTS, receipt.partition(), receipt.batch().path(), receipt);
    }

    private <V> boolean put(Topic<String, ? super V> topic, @Nullable Integer partition, String key, V value) {
        byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        try {
            producer.send(new ProducerRecord<>(topic.name(), partition, key, bytes))
                    .get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
