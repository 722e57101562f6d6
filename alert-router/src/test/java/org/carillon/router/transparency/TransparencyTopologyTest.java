package org.carillon.router.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.StreamsSettings;
import org.junit.jupiter.api.Test;

/** The log finds its state by these names for ever; {@code -Dcarillon.write=true} writes them anew. */
class TransparencyTopologyTest {
    private static final Path FILE = Path.of(System.getProperty("carillon.root", ".."))
            .resolve("alert-router/src/test/resources/org/carillon/router/expected-transparency-topology.txt");
    private static final KafkaSettings KAFKA = KafkaSettings.embedded("127.0.0.1:9", Path.of("target", "never-used"));

    @Test
    void shouldKeepTheStateOfAnInstallationThatIsUpgraded() throws IOException {
        String description = TransparencyTopology.build(KAFKA, new EntryWriter(Facts.SIGNER), List.of())
                .describe()
                .toString()
                .strip()
                .lines()
                .map(String::stripTrailing)
                .reduce("", (all, line) -> all + line + '\n');
        if (Boolean.getBoolean("carillon.write")) {
            Files.writeString(FILE, description);
        }

        assertThat(description)
                .as("a store that is renamed starts empty, and the log would not start: give it its old name")
                .isEqualTo(Files.readString(FILE))
                .doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Test
    void shouldBeAnApplicationOfItsOwn() {
        Properties props = StreamsSettings.ofTransparency(KAFKA);

        assertThat(props)
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "carillon-transparency")
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .containsEntry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    }
}
