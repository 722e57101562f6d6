package org.carillon.hub.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carillon.schemas.text.Nearest;

/** Puts file, environment and flags together: the more particular wins, what nobody knows is a problem. */
final class ConfigSources {
    private final Map<ConfigKey, Given> values = new EnumMap<>(ConfigKey.class);
    private final StartProblems problems;

    ConfigSources(StartProblems problems) {
        this.problems = problems;
    }

    /** Later calls win. */
    void add(Map<ConfigKey, Given> more) {
        values.putAll(more);
    }

    /** The process's environment, of which only {@code CARILLON_*} is ours. */
    void addEnvironment(Map<String, String> environment) {
        // Sorted, so that the same mistakes give the same message.
        new TreeMap<>(environment).forEach((name, value) -> {
            if (ConfigKey.isVariable(name)) {
                ConfigKey.ofVariable(name)
                        .ifPresentOrElse(
                                key -> values.put(key, new Given(value, name)),
                                () -> problems.add(name + ": is not a known variable" + advice(name)));
            }
        });
    }

    Optional<Given> get(ConfigKey key) {
        return Optional.ofNullable(values.get(key));
    }

    private static String advice(String name) {
        List<String> nearest = Nearest.of(name, ConfigKey.variables(), 3);
        return nearest.isEmpty() ? "" : ": did you mean " + nearest.getFirst() + "?";
    }
}
