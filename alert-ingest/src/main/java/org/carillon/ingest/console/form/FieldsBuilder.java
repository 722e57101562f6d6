package org.carillon.ingest.console.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.console.page.Fields;
import org.jspecify.annotations.Nullable;

/** Collects fields; those without a value are left out. */
public final class FieldsBuilder {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** Begins with these. */
    public static FieldsBuilder of(Fields fields) {
        FieldsBuilder builder = new FieldsBuilder();
        fields.names().forEach(name -> builder.fields.put(name, fields.all(name)));
        return builder;
    }

    public FieldsBuilder put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, List.of(value));
        }
        return this;
    }

    public FieldsBuilder put(String name, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(name, List.copyOf(values));
        }
        return this;
    }

    public Fields build() {
        return Fields.ofAll(fields);
    }
}
