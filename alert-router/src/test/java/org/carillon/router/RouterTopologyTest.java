package org.carillon.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.carillon.router.audience.ThreadTurns;
import org.junit.jupiter.api.Test;

class RouterTopologyTest {
    private final Topology topology =
            RouterTopology.build(TestConfig.of("127.0.0.1:9", Path.of("target", "never-used")), new ThreadTurns());

    /** Fails on purpose whenever a node, store or topic changes its name: what is deployed hangs on them. */
    @Test
    void shouldNotChangeTheTopologyUnintentionally() throws IOException {
        assertThat(topology.describe().toString().strip().lines().map(String::stripTrailing))
                .containsExactlyElementsOf(
                        resource("expected-topology.txt").lines().toList());
    }

    @Test
    void shouldKeepThePartsInSubTopologiesOfTheirOwn() {
        assertThat(topology.describe().subtopologies()).hasSize(4);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RouterTopologyTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
