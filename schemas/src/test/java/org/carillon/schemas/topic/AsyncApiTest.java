package org.carillon.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The committed AsyncAPI file against the topic catalogue: what others read and write is what the code reads and writes. After a
 * change on purpose, {@code -Dcarillon.write=true} writes it anew.
 */
class AsyncApiTest {
    private static final Path FILE = Path.of(System.getProperty("carillon.root", ".."))
            .resolve("schemas/src/main/resources/org/carillon/schemas/asyncapi.yaml");
    private static final Path SCHEMAS = FILE.resolveSibling("json");

    @Test
    void shouldDescribeEveryTopicAsItIs() throws IOException {
        String made = document();
        if (Boolean.getBoolean("carillon.write")) {
            Files.writeString(FILE, made);
        }

        assertThat(FILE).hasContent(made);
    }

    @Test
    void shouldBeYamlWhoseReferencesAllResolve() throws IOException {
        JsonNode tree = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE)));

        assertThat(tree.path("asyncapi").asText()).isEqualTo("3.0.0");
        for (JsonNode reference : tree.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(tree.at(target.substring(1)).isMissingNode())
                        .as(target)
                        .isFalse();
            } else {
                Path schema = FILE.resolveSibling(target);
                assertThat(schema).exists();
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(new ObjectMapper().readTree(schema.toFile()))
                        .initializeValidators();
            }
        }
    }

    private static String document() {
        StringBuilder yaml = new StringBuilder("""
                # Made from the topic catalogue by AsyncApiTest; do not edit.
                asyncapi: 3.0.0
                info:
                  title: Carillon
                  version: "1"
                  description: >-
                    The topics by which the hub's parts speak to each other. Only the part named as writer may write one.
                    Whatever is personal in them is sealed (see the key ring) or a keyed hash.
                  license:
                    name: Apache-2.0
                    url: https://www.apache.org/licenses/LICENSE-2.0
                defaultContentType: application/json
                channels:
                """);
        Topics.all().forEach(topic -> channel(yaml, topic));
        yaml.append("operations:\n");
        for (Topic<?, ?> topic : Topics.all()) {
            parts(topic.spec().writers()).forEach(part -> operation(yaml, part, "send", topic));
            parts(topic.spec().readers()).forEach(part -> operation(yaml, part, "receive", topic));
        }
        return yaml.toString();
    }

    private static void channel(StringBuilder yaml, Topic<?, ?> topic) {
        TopicSpec spec = topic.spec();
        boolean json = Files.exists(SCHEMAS.resolve(spec.name() + ".schema.json"));
        yaml.append(
                """
                  %s:
                    address: %s
                    description: "written by: %s; read by: %s"
                    bindings:
                      kafka:
                        topic: %s
                        partitions: %d
                        topicConfiguration:
                """.formatted(id(topic), spec.name(), spec.writers(), spec.readers(), spec.name(), spec.partitions()));
        Map<String, String> config = new TreeMap<>(spec.config());
        config.forEach((key, value) -> yaml.append(
                key.equals("cleanup.policy")
                        ? "          " + key + ": [" + value + "]\n"
                        : "          " + key + ": " + value + "\n"));
        yaml.append("    messages:\n      value:\n");
        yaml.append(
                json
                        ? "        payload:\n          $ref: json/" + spec.name() + ".schema.json\n"
                        : "        contentType: application/octet-stream\n");
    }

    private static void operation(StringBuilder yaml, String part, String action, Topic<?, ?> topic) {
        yaml.append("""
                  %s-%s-%s:
                    action: %s
                    channel:
                      $ref: '#/channels/%s'
                    tags:
                      - name: %s
                """.formatted(part, action, id(topic), action, id(topic), part));
    }

    private static String id(Topic<?, ?> topic) {
        return topic.name().substring("carillon.".length());
    }

    private static List<String> parts(String names) {
        return Stream.of(names.replaceAll("\\(.*?\\)", "").split(","))
                .map(String::strip)
                .filter(name -> !name.equals("nobody"))
                .toList();
    }
}
