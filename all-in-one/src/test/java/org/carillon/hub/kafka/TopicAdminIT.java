package org.carillon.hub.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.carillon.hub.config.Endpoint;
import org.carillon.schemas.topic.TopicSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicAdminIT {
    private static final Endpoint ANYWHERE = new Endpoint("127.0.0.1", 0);
    private EmbeddedKafka kafka;
    private Admin admin;

    @BeforeAll
    void start(@TempDir Path temp) {
        kafka = EmbeddedKafka.start(temp, ANYWHERE);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()));
    }

    @AfterAll
    void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void shouldMakeMissingTopicsAsTheCatalogueHasThem() throws Exception {
        // When
        TopicAdmin.ensure(admin, List.of(spec("made", 3, Map.of("cleanup.policy", "compact"))));

        // Then
        assertThat(admin.describeTopics(List.of("made")).allTopicNames().get())
                .hasEntrySatisfying(
                        "made", made -> assertThat(made.partitions()).hasSize(3));
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "made");
        assertThat(admin.describeConfigs(List.of(topic)).all().get())
                .hasEntrySatisfying(
                        topic,
                        config -> assertThat(config.entries())
                                .anySatisfy(entry -> assertThat(entry.name() + "=" + entry.value())
                                        .isEqualTo("cleanup.policy=compact")));
    }

    @Test
    void shouldLeaveExistingTopicsAlone() {
        TopicSpec spec = spec("kept", 2, Map.of());
        TopicAdmin.ensure(admin, List.of(spec));
        TopicAdmin.ensure(admin, List.of(spec));
    }

    @Test
    void shouldNameEveryTopicWithAnotherNumberOfPartitions() {
        // Given
        TopicAdmin.ensure(admin, List.of(spec("one", 1, Map.of()), spec("two", 2, Map.of())));

        // When // Then
        assertThatThrownBy(() -> TopicAdmin.ensure(
                        admin, List.of(spec("one", 4, Map.of()), spec("two", 5, Map.of()), spec("new", 1, Map.of()))))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessage("topic one has 1 partitions, not 4; topic two has 2 partitions, not 5");
    }

    private static TopicSpec spec(String name, int partitions, Map<String, String> config) {
        return new TopicSpec(name, partitions, config, "test", "test");
    }
}
