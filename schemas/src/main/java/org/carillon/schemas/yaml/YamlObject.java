package org.carillon.schemas.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.carillon.schemas.text.Nearest;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Keys and values of a file. What does not fit is added to the problems and reads as absent, so that the reader goes on
 * and finds the rest. Ask for every key that may be there, then call {@link #reportUnknownKeys()} on the outermost one.
 */
public final class YamlObject {
    private final String file;
    private final String path;
    private final MappingNode node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final List<YamlObject> children = new ArrayList<>();

    YamlObject(String file, String path, MappingNode node, Problems problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            add(tuple.getKeyNode(), tuple.getValueNode());
        }
    }

    private void add(Node key, Node value) {
        if (!(key instanceof ScalarNode scalar)) {
            report(key, path, "a key must be a single word");
        } else if (keys.containsKey(scalar.getValue())) {
            int first = Yaml.line(keys.get(scalar.getValue()).getStartMark());
            report(key, at(scalar.getValue()), "is there twice, first in line " + first + ": remove one");
        } else {
            keys.put(scalar.getValue(), key);
            values.put(scalar.getValue(), value);
        }
    }

    /** The keys in the file's order; asking for them counts as knowing all of them. */
    public List<String> keys() {
        asked.addAll(keys.keySet());
        return List.copyOf(keys.keySet());
    }

    /** Whether the key is there, with or without a value. */
    public boolean has(String key) {
        asked.add(key);
        return keys.containsKey(key);
    }

    /** Whether the key is there and its value is again keys and values. */
    public boolean isObject(String key) {
        asked.add(key);
        return values.get(key) instanceof MappingNode;
    }

    /** A value that may be missing. */
    public <T> Optional<T> optional(String key, ValueType<T> type) {
        return value(key).flatMap(value -> scalar(value, at(key), type));
    }

    /** A value that may be missing, with what is meant then. */
    public <T> T optional(String key, ValueType<T> type, T otherwise) {
        return optional(key, type).orElse(otherwise);
    }

    /** A value that must be there. */
    public <T> Optional<T> required(String key, ValueType<T> type) {
        reportMissing(key, type.expectation());
        return optional(key, type);
    }

    /** A value that must be there, with what stands in for it once its absence is reported. */
    public <T> T required(String key, ValueType<T> type, T placeholder) {
        return required(key, type).orElse(placeholder);
    }

    /** A list of values; empty if the key is missing. */
    public <T> List<T> list(String key, ValueType<T> type) {
        return items(key, "a list of values", (item, where) -> scalar(item, where, type));
    }

    /** Keys and values under a key, which may be missing. */
    public Optional<YamlObject> object(String key) {
        return value(key).flatMap(value -> child(value, at(key)));
    }

    /** Keys and values under a key, which must be there. */
    public Optional<YamlObject> requiredObject(String key) {
        reportMissing(key, "keys and values");
        return object(key);
    }

    /** A list whose entries have keys and values; empty if the key is missing. */
    public List<YamlObject> objects(String key) {
        return items(key, "a list of entries, each with keys and values", this::child);
    }

    /** A list whose entries have keys and values, which must be there with at least one entry. */
    public List<YamlObject> requiredObjects(String key) {
        reportMissing(key, "a list of entries, each with keys and values");
        if (values.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty()) {
            report(key, "is empty: expected at least one entry");
        }
        return objects(key);
    }

    /** A list of values that must be there with at least one. */
    public <T> List<T> requiredList(String key, ValueType<T> type) {
        reportMissing(key, "a list, each " + type.expectation());
        if (values.get(key) instanceof SequenceNode sequence
                && sequence.getValue().isEmpty()) {
            report(key, "is empty: expected at least one, " + type.expectation());
        }
        return list(key, type);
    }

    /** Free keys with values of one type; empty if the key is missing. */
    public <T> Map<String, T> map(String key, ValueType<T> type) {
        Map<String, T> out = new LinkedHashMap<>();
        object(key).ifPresent(inner -> {
            for (String name : inner.keys()) {
                inner.optional(name, type).ifPresent(value -> out.put(name, value));
            }
        });
        return Collections.unmodifiableMap(out);
    }

    /** Reports that a key is missing, unless it is there. */
    public void reportMissing(String key, String expectation) {
        if (!has(key)) {
            report(node, at(key), "is missing: expected " + expectation);
        }
    }

    /** Adds a problem with the value of a key. */
    public void report(String key, String message) {
        problems.add(problem(key, message));
    }

    /** A problem with the value of a key, for whoever collects it elsewhere; the whole object if the key is absent. */
    public Problem problem(String key, String message) {
        Node where = keys.getOrDefault(key, node);
        return new Problem(file, Yaml.line(where.getStartMark()), Yaml.column(where.getStartMark()), at(key), message);
    }

    /** Reports every key, here and further in, that nobody asked for, with the nearest one that exists. */
    public void reportUnknownKeys() {
        keys.forEach((name, key) -> {
            if (!asked.contains(name)) {
                report(key, at(name), "is not a known key: " + advice(name));
            }
        });
        children.forEach(YamlObject::reportUnknownKeys);
    }

    /** The dotted path of a key of this object, as problems name it. */
    public String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String advice(String name) {
        List<String> free =
                asked.stream().filter(known -> !keys.containsKey(known)).toList();
        return Nearest.of(name, free, 2).stream()
                .findFirst()
                .map(known -> "did you mean \"" + known + "\"?")
                .orElse("remove it, or write one of " + String.join(", ", free.isEmpty() ? asked : free));
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (isNull(value)) {
            report(value, at(key), "has no value: write one or remove the line");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private <T> List<T> items(String key, String expectation, BiFunction<Node, String, Optional<T>> reader) {
        Optional<Node> value = value(key);
        List<T> out = new ArrayList<>();
        if (value.orElse(null) instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                reader.apply(item, at(key) + "[" + index++ + "]").ifPresent(out::add);
            }
        } else {
            value.ifPresent(other -> report(other, at(key), "expected " + expectation));
        }
        return Collections.unmodifiableList(out);
    }

    private <T> Optional<T> scalar(Node value, String where, ValueType<T> type) {
        if (!(value instanceof ScalarNode scalar) || isNull(value)) {
            report(value, where, "expected " + type.expectation());
            return Optional.empty();
        }
        Optional<T> parsed = type.parse(scalar.getValue());
        if (parsed.isEmpty()) {
            report(value, where, type.complaint(scalar.getValue()));
        }
        return parsed;
    }

    private Optional<YamlObject> child(Node value, String where) {
        if (value instanceof MappingNode mapping) {
            YamlObject child = new YamlObject(file, where, mapping, problems);
            children.add(child);
            return Optional.of(child);
        }
        report(value, where, "expected keys and values");
        return Optional.empty();
    }

    private void report(Node where, String key, String message) {
        problems.add(file, Yaml.line(where.getStartMark()), Yaml.column(where.getStartMark()), key, message);
    }

    private static boolean isNull(Node value) {
        return value.getTag().equals(Tag.NULL);
    }
}
