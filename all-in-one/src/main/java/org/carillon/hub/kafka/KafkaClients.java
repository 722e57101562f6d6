package org.carillon.hub.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.carillon.hub.config.HubConfig;

/** The properties of every client of the hub's Kafka. */
public final class KafkaClients {
    private KafkaClients() {}

    /** Of the configured cluster, with what the operator's file says of TLS and SASL. */
    public static Map<String, String> of(HubConfig.Kafka kafka) {
        Map<String, String> all = new HashMap<>();
        if (kafka.clientFile() != null) {
            Properties file = new Properties();
            try (Reader reader = Files.newBufferedReader(kafka.clientFile(), StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("kafka.clientFile cannot be read", e);
            }
            file.stringPropertyNames().forEach(name -> all.put(name, file.getProperty(name)));
        }
        if (kafka.bootstrap() != null) {
            all.put("bootstrap.servers", kafka.bootstrap());
        }
        return Map.copyOf(all);
    }

    /** Of the embedded broker. */
    public static Map<String, String> of(EmbeddedKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrap());
    }
}
