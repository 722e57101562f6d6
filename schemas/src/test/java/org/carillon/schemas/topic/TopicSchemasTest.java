package org.carillon.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed schemas and golden files against the records. After a change on purpose, {@code -Dcarillon.write=true} writes
 * both anew; the difference is then reviewed like code, because others read these topics.
 */
class TopicSchemasTest {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Path MODULE =
            Path.of(System.getProperty("carillon.root", "..")).resolve("schemas");
    private static final Path SCHEMAS = MODULE.resolve("src/main/resources/org/carillon/schemas/json");
    private static final Path GOLDEN = MODULE.resolve("src/test/resources/org/carillon/schemas/json");
    private static final Set<String> NOT_JSON = Set.of(
            "carillon.cap-documents",
            "carillon.audience",
            "carillon.sms-urgent",
            "carillon.sms-routine",
            "carillon.sms-senders",
            "carillon.push-urgent",
            "carillon.push-routine",
            "carillon.push-senders");

    static Stream<TopicExamples.Examples<?>> topics() {
        return TopicExamples.all().values().stream();
    }

    @Test
    void shouldHaveExamplesOfEveryJsonTopic() {
        Set<String> known = new HashSet<>(TopicExamples.all().keySet());
        known.addAll(NOT_JSON);

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldHaveASchemaThatNamesEveryComponentAndNoOther(TopicExamples.Examples<?> examples) throws IOException {
        String name = examples.topic().name();
        ObjectNode sketch = SchemaSketch.of(name, examples.type());

        assertThat(committed(SCHEMAS.resolve(name + ".schema.json"), sketch)).isEqualTo(sketch);
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldWriteTheGoldenFile(TopicExamples.Examples<V> examples) throws IOException {
        // Given
        String name = examples.topic().name();
        ArrayNode written = JSON.createArrayNode();
        for (V value : examples.values()) {
            written.add(tree(examples, value));
        }

        // When
        JsonNode golden = committed(GOLDEN.resolve(name + ".json"), written);

        // Then
        assertThat(written).isEqualTo(golden);
        for (int i = 0; i < golden.size(); i++) {
            assertThat(read(examples, golden.get(i)))
                    .isEqualTo(examples.values().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldFitItsSchemaAndWriteNothingElse(TopicExamples.Examples<V> examples) throws IOException {
        ObjectNode schema = schema(examples);

        for (V value : examples.values()) {
            JsonNode tree = tree(examples, value);
            assertThat(validator(schema).validate(tree)).isEmpty();
            for (Place place : places(schema, tree)) {
                assertThat(place.names()).isEqualTo(names(place.schema().path("properties")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldIgnoreUnknownFieldsAndRefuseMissingOnes(TopicExamples.Examples<V> examples) throws IOException {
        ObjectNode schema = schema(examples);
        JsonSchema validator = validator(schema);
        for (V value : examples.values()) {
            JsonNode tree = tree(examples, value);
            for (Place place : places(schema, tree)) {
                place.node().put("surprise", 1);
                assertThat(read(examples, tree)).isEqualTo(value);
                assertThat(validator.validate(tree)).isEmpty();
                place.node().remove("surprise");

                for (JsonNode required : place.schema().path("required")) {
                    JsonNode kept = place.node().remove(required.asText());
                    refused(examples, tree, validator, required.asText());
                    place.node().putNull(required.asText());
                    refused(examples, tree, validator, required.asText());
                    place.node().set(required.asText(), kept);
                }
            }
        }
    }

    private static void refused(
            TopicExamples.Examples<?> examples, JsonNode tree, JsonSchema validator, String required) {
        assertThat(validator.validate(tree)).as("schema without %s", required).isNotEmpty();
        assertThatThrownBy(() -> read(examples, tree))
                .as("record without %s", required)
                .isInstanceOf(SerializationException.class)
                .hasMessage("cannot read a " + examples.type().getSimpleName());
    }

    /** An object in an example and the schema that it has to fit. */
    private record Place(ObjectNode node, JsonNode schema) {
        Set<String> names() {
            return TopicSchemasTest.names(node);
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<Place> places(JsonNode root, JsonNode tree) {
        return places(root, root, tree).toList();
    }

    private static Stream<Place> places(JsonNode root, JsonNode schema, JsonNode node) {
        if (schema.has("$ref")) {
            return places(root, root.at(schema.path("$ref").asText().substring(1)), node);
        }
        if (schema.has("anyOf")) {
            return node.isNull()
                    ? Stream.empty()
                    : places(root, schema.path("anyOf").path(0), node);
        }
        if (schema.has("oneOf")) {
            for (JsonNode choice : schema.path("oneOf")) {
                JsonNode chosen = root.at(choice.path("$ref").asText().substring(1));
                if (chosen.at("/properties/type/const").equals(node.path("type"))) {
                    return places(root, chosen, node);
                }
            }
            throw new IllegalStateException("no choice for " + node);
        }
        if (schema.has("items")) {
            return node.valueStream().flatMap(item -> places(root, schema.path("items"), item));
        }
        if (schema.has("additionalProperties")) {
            return node.valueStream().flatMap(item -> places(root, schema.path("additionalProperties"), item));
        }
        if (!schema.has("properties")) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(new Place((ObjectNode) node, schema)),
                schema.path("properties")
                        .propertyStream()
                        .flatMap(p -> places(root, p.getValue(), node.path(p.getKey()))));
    }

    private static ObjectNode schema(TopicExamples.Examples<?> examples) throws IOException {
        return (ObjectNode) JSON.readTree(
                SCHEMAS.resolve(examples.topic().name() + ".schema.json").toFile());
    }

    private static JsonSchema validator(JsonNode schema) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static <V> JsonNode tree(TopicExamples.Examples<V> examples, V value) throws IOException {
        return JSON.readTree(examples.topic()
                .valueSerde()
                .serializer()
                .serialize(examples.topic().name(), value));
    }

    private static <V> V read(TopicExamples.Examples<V> examples, JsonNode tree) throws IOException {
        return examples.topic()
                .valueSerde()
                .deserializer()
                .deserialize(examples.topic().name(), JSON.writeValueAsBytes(tree));
    }

    private static JsonNode committed(Path file, JsonNode made) throws IOException {
        if (Boolean.getBoolean("carillon.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made) + '\n');
        }
        return JSON.readTree(file.toFile());
    }
}
