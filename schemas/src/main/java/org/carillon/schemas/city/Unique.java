package org.carillon.schemas.city;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.yaml.ValueType;
import org.carillon.schemas.yaml.YamlObject;

/** Reads the keys that tell the entries of one list apart, and reports the second of two that are equal. */
final class Unique {
    private final Set<String> seen = new HashSet<>();

    /** The value of {@code key}; empty if it is missing, wrong or was there before. */
    <T> Optional<T> read(YamlObject entry, String key, ValueType<T> type) {
        Optional<T> value = entry.required(key, type);
        if (value.isPresent() && !seen.add(value.get().toString().toLowerCase(Locale.ROOT))) {
            entry.report(key, "\"" + value.get() + "\" is there twice: give one of the two another " + key);
            return Optional.empty();
        }
        return value;
    }
}
