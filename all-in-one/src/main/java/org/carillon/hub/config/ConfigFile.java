package org.carillon.hub.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.yaml.Problems;
import org.carillon.schemas.yaml.ValueType;
import org.carillon.schemas.yaml.Yaml;
import org.carillon.schemas.yaml.YamlObject;

/** Reads the configuration file: groups of keys, as {@code http:} with {@code port:} under it. */
final class ConfigFile {
    private final YamlObject root;
    private final Map<String, Optional<YamlObject>> groups = new HashMap<>();
    private final StartProblems problems;

    private ConfigFile(YamlObject root, StartProblems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The values that are there; whatever is wrong with the file is noted with its line. */
    static Map<ConfigKey, Given> read(Path file, StartProblems problems) {
        Problems found = new Problems();
        Map<ConfigKey, Given> values = new EnumMap<>(ConfigKey.class);
        Yaml.read(file, found).ifPresent(root -> {
            ConfigFile config = new ConfigFile(root, problems);
            for (ConfigKey key : ConfigKey.values()) {
                config.value(key).ifPresent(given -> values.put(key, given));
            }
            root.reportUnknownKeys();
        });
        found.sorted().forEach(problem -> problems.add(problem.text()));
        return values;
    }

    private Optional<Given> value(ConfigKey key) {
        int dot = key.path().indexOf('.');
        String name = key.path().substring(dot + 1);
        Optional<YamlObject> group =
                dot < 0 ? Optional.of(root) : groups.computeIfAbsent(key.path().substring(0, dot), root::object);
        return group.flatMap(object -> value(key, object, name));
    }

    private Optional<Given> value(ConfigKey key, YamlObject object, String name) {
        if (key.isSecret() && object.has(name)) {
            problems.add(
                    key,
                    "a secret has no place in a configuration file: use " + key.path() + "File or " + key.variable());
            return Optional.empty();
        }
        String origin = "line " + object.problem(name, "").line() + " of the configuration file";
        return object.optional(name, ValueType.text()).map(text -> new Given(text, origin));
    }
}
