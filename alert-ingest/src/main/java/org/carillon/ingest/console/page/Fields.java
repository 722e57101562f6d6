package org.carillon.ingest.console.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fields of a form or of a query: each name with its values in the order in which they came; and a form's files. */
public final class Fields {
    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, List<String>> values;
    private final Map<String, byte[]> files;

    private Fields(Map<String, List<String>> values) {
        this(values, Map.of());
    }

    private Fields(Map<String, List<String>> values, Map<String, byte[]> files) {
        this.values = values;
        this.files = files;
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}, in UTF-8.
     *
     * @throws IllegalArgumentException where a percent sign is followed by nonsense
     */
    public static Fields parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
            }
        }
        return new Fields(values);
    }

    /** Fields with one value each. */
    public static Fields of(Map<String, String> single) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        single.forEach((name, value) -> values.put(name, List.of(value)));
        return new Fields(values);
    }

    /** Fields with any number of values each. */
    public static Fields ofAll(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        return new Fields(copy);
    }

    /** The first value without white space around it; empty where there is none. */
    public String text(String name) {
        return raw(name).strip();
    }

    /** As {@link #text(String)}, with what stands there before anything was typed. */
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** The first value as it was typed, for passwords; empty where there is none. */
    public String raw(String name) {
        List<String> all = values.get(name);
        return all == null ? "" : all.getFirst();
    }

    /** Every value, as of check boxes of one name. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The same with these files, by the names of their fields. */
    public Fields with(Map<String, byte[]> sent) {
        return new Fields(values, Map.copyOf(sent));
    }

    /** The file that was sent in that field; empty where none was chosen. */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).filter(bytes -> bytes.length > 0);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names, in the order in which they came first. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without values: they may be secret. */
    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
