package org.carillon.schemas.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.jspecify.annotations.Nullable;

/** The JSON Schema that follows from a record by reflection: what the committed one is compared with. */
final class SchemaSketch {
    private static final ObjectMapper JSON = Json.mapper();
    private static final Map<Class<?>, String> PATTERNS = Map.of(
            AlertId.class, "^[a-z2-7]{26}$",
            VerificationCode.class, "^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$",
            BatchId.class, "^[a-z2-7]{26}\\.[0-9]{1,5}\\.[0-9]{1,9}$",
            DeliveryId.class, "^(r\\.[A-Za-z0-9_-]{1,80}|[a-z2-7]{26}\\.[0-9]{1,5}\\.[0-9]{1,9}\\.[0-9]{1,3})$",
            ContactId.class, "^[a-z2-7]{26}$",
            SubscriptionId.class, "^[a-z2-7]{26}$",
            LedgerId.class, "^[a-z2-7]{26}$",
            SealedContact.class, "^[A-Za-z0-9_-]+$",
            CapBytes.class, "^[A-Za-z0-9+/]*={0,2}$");

    private final ObjectNode defs = JSON.createObjectNode();
    private final Map<String, Class<?>> named = new HashMap<>();

    private SchemaSketch() {}

    static ObjectNode of(String topic, Class<?> type) {
        SchemaSketch sketch = new SchemaSketch();
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Value of topic " + topic);
        root.setAll(sketch.of(type));
        root.set("$defs", sketch.defs);
        return root;
    }

    private ObjectNode of(AnnotatedType annotated) {
        Type type = annotated.getType();
        ObjectNode schema;
        if (type instanceof ParameterizedType generic) {
            AnnotatedType[] args = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            schema = JSON.createObjectNode();
            if (generic.getRawType() == List.class || generic.getRawType() == Set.class) {
                schema.put("type", "array").set("items", of(args[0]));
                if (generic.getRawType() == Set.class) {
                    schema.put("uniqueItems", true);
                }
            } else if (generic.getRawType() == Map.class && args[0].getType() == String.class) {
                schema.put("type", "object").set("additionalProperties", of(args[1]));
            } else {
                throw new IllegalStateException("no schema for " + type);
            }
        } else {
            schema = of((Class<?>) type);
        }
        return annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private ObjectNode of(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        String pattern = PATTERNS.get(type);
        if (pattern != null) {
            return schema.put("type", "string").put("pattern", pattern);
        } else if (type == String.class) {
            return schema.put("type", "string");
        } else if (type == int.class || type == long.class || type == Long.class || type == Integer.class) {
            return schema.put("type", "integer");
        } else if (type == boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == Instant.class || type == OffsetDateTime.class) {
            return schema.put("type", "string").put("format", "date-time");
        } else if (type.isEnum()) {
            schema.put("type", "string");
            ArrayNode names = schema.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(JSON.valueToTree(constant)));
            return schema;
        } else if (Arrays.stream(type.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class))) {
            throw new IllegalStateException("no pattern for " + type);
        } else if (type.isSealed()) {
            ArrayNode choices = schema.putArray("oneOf");
            for (JsonSubTypes.Type choice :
                    type.getAnnotation(JsonSubTypes.class).value()) {
                choices.add(reference(choice.value(), choice.name()));
            }
            return schema;
        }
        return reference(type, null);
    }

    private ObjectNode reference(Class<?> type, @Nullable String tag) {
        String name = type.getSimpleName();
        Class<?> other = named.putIfAbsent(name, type);
        if (other == null) {
            ObjectNode def = defs.putObject(name);
            def.setAll(object(type, tag));
        } else if (other != type) {
            throw new IllegalStateException("two classes are called " + name);
        }
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode object(Class<?> type, @Nullable String tag) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        if (tag != null) {
            properties.putObject("type").put("const", tag);
            required.add("type");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getAnnotatedType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonProperty.class) && !properties.has(method.getName())) {
                properties.set(
                        method.getName(), of(method.getAnnotatedReturnType()).put("readOnly", true));
            }
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref") || schema.has("oneOf")) {
            ObjectNode either = JSON.createObjectNode();
            either.putArray("anyOf").add(schema).add(JSON.createObjectNode().put("type", "null"));
            return either;
        }
        String type = schema.path("type").asText();
        schema.putArray("type").add(type).add("null");
        if (schema.has("enum")) {
            ((ArrayNode) schema.path("enum")).addNull();
        }
        return schema;
    }
}
