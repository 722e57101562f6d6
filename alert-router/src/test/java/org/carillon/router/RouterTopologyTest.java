package org.carillon.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder;
import org.apache.kafka.streams.processor.internals.InternalTopologyBuilder.TopicsInfo;
import org.carillon.router.audience.ThreadTurns;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.config.StreamsSettings;
import org.junit.jupiter.api.Test;

/** What is deployed hangs on the names of nodes, stores and topics; {@code -Dcarillon.write=true} writes them anew. */
class RouterTopologyTest {
    private static final Path FILE = Path.of(System.getProperty("carillon.root", ".."))
            .resolve("alert-router/src/test/resources/org/carillon/router/expected-topology.txt");
    private static final String WHAT_TO_DO = """
            The router's topology is not the one that is committed in %s.
            A running installation finds its state by these names:
              - a store or changelog that was renamed starts EMPTY: cursors, who was reached and subscriptions are lost. Give it its old name;
              - a sub-topology that got another number, or a store that moved to another one, changes task ids: every instance restores all
                of its state, and instances of both versions must not run together. Add new parts behind the old ones;
              - a source that reads another topic begins it anew.
            Only where the change is meant, and RATIONALE.md says how an installation gets over it, write the file with
              ./mvnw test -pl alert-router -Dtest=RouterTopologyTest -Dcarillon.write=true
            and commit it.""".formatted(FILE.getFileName());

    private static final RouterConfig CONFIG = TestConfig.of("127.0.0.1:9", Path.of("target", "never-used"));

    private final Topology topology = RouterTopology.build(CONFIG, new ThreadTurns());

    @Test
    void shouldKeepTheStateOfAnInstallationThatIsUpgraded() throws Exception {
        String description = description();
        if (Boolean.getBoolean("carillon.write")) {
            Files.writeString(FILE, description);
        }

        assertThat(description).as(WHAT_TO_DO).isEqualTo(Files.readString(FILE));
    }

    @Test
    void shouldKeepThePartsInSubTopologiesOfTheirOwn() {
        assertThat(topology.describe().subtopologies()).hasSize(4);
    }

    @Test
    void shouldHaveNoNameThatKafkaMadeUp() throws Exception {
        assertThat(description()).doesNotContain("KSTREAM-", "KTABLE-", "-repartition");
    }

    /** Kafka's own description, and the changelogs of each sub-topology, which that leaves out. */
    private String description() throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        topology.describe()
                .toString()
                .strip()
                .lines()
                .forEach(line -> text.append(line.stripTrailing()).append('\n'));
        text.append("\nChangelogs:\n");
        List<TopicsInfo> all = topics();
        for (int i = 0; i < all.size(); i++) {
            text.append("   Sub-topology: ").append(i).append('\n');
            new TreeSet<>(all.get(i).stateChangelogTopics.keySet())
                    .forEach(topic -> text.append("    ").append(topic).append('\n'));
        }
        return text.toString();
    }

    private List<TopicsInfo> topics() throws ReflectiveOperationException {
        // Nothing public tells the changelogs before an installation has made them.
        Field field = Topology.class.getDeclaredField("internalTopologyBuilder");
        field.setAccessible(true);
        InternalTopologyBuilder builder = (InternalTopologyBuilder) field.get(topology);
        builder.rewriteTopology(new StreamsConfig(StreamsSettings.of(CONFIG.kafka())))
                .buildTopology();
        return List.copyOf(new TreeMap<>(builder.subtopologyToTopicsInfo()).values());
    }
}
