package org.carillon.simulator.fault;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes faults as {@code /simulator/faults} has them. */
final class FaultsJson {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<String> KEYS = Set.of(
            "rate429",
            "rate5xxAfterAccept",
            "latencyMs",
            "undelivered",
            "dropCallbacks",
            "reorderCallbacks",
            "duplicateCallbacks",
            "optedOut",
            "mps");

    private final JsonObject json;
    private final List<String> problems = new ArrayList<>();

    private FaultsJson(JsonObject json) {
        this.json = json;
    }

    /**
     * The faults in force with those named replaced; one given as null is switched off.
     *
     * @throws IllegalArgumentException naming every problem
     */
    static Faults merge(Faults now, JsonObject json) {
        return new FaultsJson(json).merge(now);
    }

    static JsonObject write(Faults faults) {
        return new JsonObject()
                .put("rate429", faults.rate429().value())
                .put("rate5xxAfterAccept", faults.rate5xxAfterAccept().value())
                .put("latencyMs", faults.latency().toMillis())
                .put("undelivered", faults.undelivered().value())
                .put("dropCallbacks", faults.dropCallbacks().value())
                .put("reorderCallbacks", faults.reorderCallbacks().value())
                .put("duplicateCallbacks", faults.duplicateCallbacks().value())
                .put(
                        "optedOut",
                        new JsonArray(faults.optedOut().stream().sorted().toList()))
                .put("mps", faults.mps());
    }

    private Faults merge(Faults now) {
        for (String key : json.fieldNames()) {
            if (!KEYS.contains(key)) {
                problems.add("unknown fault '" + key + "'; known are "
                        + String.join(", ", KEYS.stream().sorted().toList()));
            }
        }
        Faults merged = new Faults(
                chance("rate429", now.rate429()),
                chance("rate5xxAfterAccept", now.rate5xxAfterAccept()),
                latency(now.latency()),
                chance("undelivered", now.undelivered()),
                chance("dropCallbacks", now.dropCallbacks()),
                chance("reorderCallbacks", now.reorderCallbacks()),
                chance("duplicateCallbacks", now.duplicateCallbacks()),
                optedOut(now.optedOut()),
                mps(now.mps()));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return merged;
    }

    private Chance chance(String key, Chance now) {
        if (!json.containsKey(key)) {
            return now;
        }
        Object value = json.getValue(key);
        if (value == null) {
            return Chance.NEVER;
        }
        if (value instanceof Boolean always) {
            return always ? new Chance(1) : Chance.NEVER;
        }
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return new Chance(number.doubleValue());
        }
        problems.add("'" + key + "' must be true, false or a probability from 0 to 1");
        return now;
    }

    private Duration latency(Duration now) {
        Integer millis = whole("latencyMs", 0, 600_000, (int) now.toMillis());
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
    }

    private @Nullable Integer mps(@Nullable Integer now) {
        return whole("mps", 1, 1_000_000, now);
    }

    private @Nullable Integer whole(String key, int least, int most, @Nullable Integer now) {
        if (!json.containsKey(key)) {
            return now;
        }
        Object value = json.getValue(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        problems.add("'" + key + "' must be a whole number from " + least + " to " + most);
        return now;
    }

    private Set<String> optedOut(Set<String> now) {
        if (!json.containsKey("optedOut")) {
            return now;
        }
        Object value = json.getValue("optedOut");
        if (value == null) {
            return Set.of();
        }
        if (value instanceof JsonArray array && array.stream().allMatch(FaultsJson::isNumber)) {
            return array.stream().map(String::valueOf).collect(Collectors.toSet());
        }
        problems.add("'optedOut' must be a list of numbers in E.164 form");
        return now;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof String text && E164.matcher(text).matches();
    }
}
