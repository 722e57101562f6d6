package org.carillon.channel.radio.station;

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
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what stations did, with the acknowledgement of all replicas. Safe for threads. */
public final class StationReports implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StationReports.class);

    private final KafkaProducer<String, byte[]> producer;

    public StationReports(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "6000");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Writes it and waits; false where it is not safe in Kafka. */
    public boolean put(StationReport report) {
        byte[] value =
                Topics.STATION_REPORTS.valueSerde().serializer().serialize(Topics.STATION_REPORTS.name(), report);
        try {
            producer.send(new ProducerRecord<>(Topics.STATION_REPORTS.name(), report.station(), value))
                    .get();
            return true;
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            LOGGER.atWarn()
                    .addKeyValue("station", report.station())
                    .addKeyValue("bulletin", report.bulletin())
                    .addKeyValue("cause", e.toString())
                    .log("a station's report could not be written");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes it when it can: the station does not wait for it. */
    public void putLater(StationReport report) {
        Thread.ofVirtual().name("station-report").start(() -> put(report));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
