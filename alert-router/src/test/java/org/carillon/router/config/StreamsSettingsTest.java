package org.carillon.router.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void shouldDecideExactlyOnceUnderAStableName() {
        Properties props = StreamsSettings.of(KafkaSettings.embedded("127.0.0.1:9092", Path.of("state")));

        assertThat(props)
                .containsEntry("application.id", "carillon-router")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "classic")
                .containsEntry("main.consumer.group.instance.id", "router-0")
                .containsEntry("consumer.session.timeout.ms", 10_000)
                .containsEntry("num.stream.threads", 2)
                .containsEntry("poll.ms", 20L)
                .containsEntry("commit.interval.ms", 100)
                .containsEntry("statestore.cache.max.bytes", 0)
                .containsEntry("producer.transaction.timeout.ms", 8_000)
                .doesNotContainKey("num.standby.replicas")
                .containsEntry("producer.compression.type", "lz4")
                .containsEntry("producer.batch.size", 131_072)
                .containsEntry("ensure.explicit.internal.resource.naming", true);
        assertThat(new StreamsConfig(props).getString("state.dir")).isEqualTo("state");
    }

    @Test
    void shouldTakeOverTheWorkOfADeadInstanceWithinSeconds() {
        Properties props =
                StreamsSettings.of(KafkaSettings.cluster(Map.of("bootstrap.servers", "b:1"), Path.of("s"), "router-b"));

        assertThat(props)
                .containsEntry("main.consumer.group.instance.id", "router-b")
                .containsEntry("consumer.session.timeout.ms", 6_000)
                .containsEntry("consumer.heartbeat.interval.ms", 1_500)
                .containsEntry("producer.transaction.timeout.ms", 8_000)
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("max.warmup.replicas", 16)
                .containsEntry("probing.rebalance.interval.ms", 60_000);
        assertThat(new StreamsConfig(props).getInt("num.standby.replicas")).isEqualTo(1);
    }

    @Test
    void shouldPassClientPropertiesOnButNotLetThemChangeTheGuarantee() {
        KafkaSettings settings = new KafkaSettings(
                "b:1",
                Path.of("s"),
                "i",
                3,
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(5),
                Map.of("security.protocol", "SSL", "processing.guarantee", "at_least_once"));

        assertThat(StreamsSettings.of(settings))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("replication.factor", 3)
                .containsEntry("num.stream.threads", 3);
    }

    @Test
    void shouldRefuseImpossibleSettings() {
        assertThatThrownBy(() -> new KafkaSettings(
                        "b:1", Path.of("s"), "i", 0, 1, Duration.ZERO, Duration.ofSeconds(5), Map.of()))
                .hasMessageContaining("threads");
        assertThatThrownBy(() -> new CityCodes(List.of("D01"), List.of("en"), "es", List.of(), List.of("p")))
                .hasMessageContaining("default language");
        assertThatThrownBy(() -> new CityCodes(List.of(), List.of("en"), "en", List.of(), List.of("p")))
                .hasMessageContaining("at least one district");
    }
}
