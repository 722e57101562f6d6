package org.carillon.hub.config;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.carillon.ingest.alerts.Price;
import org.carillon.schemas.yaml.ValueType;
import org.jspecify.annotations.Nullable;

/** Turns what was set into typed values; what cannot be turned is a problem, and the default stands in for it. */
final class ConfigValues {
    static final int HIGHEST_PORT = 65_535;

    private static final int MINUTES_OF_DAY = 1440;

    private static final ValueType<Path> PATH =
            ValueType.path().map(path -> path.toAbsolutePath().normalize());

    private final ConfigSources sources;
    private final StartProblems problems;

    ConfigValues(ConfigSources sources, StartProblems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    Optional<String> text(ConfigKey key) {
        return value(key, ValueType.text());
    }

    Optional<Path> folder(ConfigKey key) {
        return value(key, PATH);
    }

    /** A file that must be there. */
    Optional<Path> file(ConfigKey key) {
        return value(key, PATH).filter(file -> {
            boolean usable = Files.isReadable(file) && !Files.isDirectory(file);
            if (!usable) {
                problems.add(key, file + " is no readable file");
            }
            return usable;
        });
    }

    int port(ConfigKey key, int fallback) {
        return value(key, ValueType.integer(0, HIGHEST_PORT).described("a port, from 0 to " + HIGHEST_PORT))
                .orElse(fallback);
    }

    Optional<Boolean> flag(ConfigKey key) {
        return text(key).flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                problems.add(key, "is '" + text + "'; true or false expected");
                yield Optional.empty();
            }
        });
    }

    /** How many a second: more than 0. */
    Optional<Double> rate(ConfigKey key) {
        return text(key).flatMap(text -> {
            if (text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") && Double.parseDouble(text) > 0) {
                return Optional.of(Double.parseDouble(text));
            }
            problems.add(key, "is '" + text + "'; a number above 0 expected");
            return Optional.empty();
        });
    }

    /** At most a day. */
    Optional<Duration> minutes(ConfigKey key) {
        return value(key, ValueType.integer(1, MINUTES_OF_DAY).described("minutes, from 1 to " + MINUTES_OF_DAY))
                .map(Duration::ofMinutes);
    }

    /** An amount and its currency. */
    Optional<Price> price(ConfigKey key) {
        return text(key).flatMap(text -> {
            if (text.matches("[0-9]{1,6}(\\.[0-9]{1,6})? [A-Z]{3}")) {
                String[] parts = text.split(" ", 2);
                return Optional.of(new Price(new BigDecimal(parts[0]), parts[1]));
            }
            problems.add(key, "is '" + text + "'; an amount and its currency expected, such as 0.0075 USD");
            return Optional.empty();
        });
    }

    /** An http(s) address, without a slash at the end. */
    Optional<URI> url(ConfigKey key) {
        return value(key, ValueType.httpUri())
                .map(url -> URI.create(url.toString().replaceAll("/+$", "")));
    }

    /** A secret from the environment, else from the file that the other key names. */
    @Nullable
    Secret secret(ConfigKey key, ConfigKey fileKey) {
        Optional<String> direct = value(key, ValueType.text().secret());
        Optional<Path> file = file(fileKey);
        if (direct.isPresent() && file.isPresent()) {
            problems.add(key, "set twice, also by " + fileKey.path());
        }
        return direct.map(Secret::new)
                .or(() -> file.flatMap(path -> secretIn(fileKey, path)))
                .orElse(null);
    }

    private Optional<Secret> secretIn(ConfigKey key, Path file) {
        try {
            String content = Files.readString(file).strip();
            if (!content.isEmpty()) {
                return Optional.of(new Secret(content));
            }
            problems.add(key, file + " is empty");
        } catch (IOException e) {
            problems.add(key, file + " cannot be read as text");
        }
        return Optional.empty();
    }

    private <T> Optional<T> value(ConfigKey key, ValueType<T> type) {
        return sources.get(key).flatMap(given -> {
            Optional<T> value = type.parse(given.value());
            if (value.isEmpty()) {
                problems.add(key, type.complaint(given.value()) + " (" + given.origin() + ")");
            }
            return value;
        });
    }
}
