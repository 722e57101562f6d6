package org.carillon.channel.push.subscribe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.resident.Preferences;

/** Reads what a browser's owner wants from JSON, by the words of the city. */
final class PreferencesForm {
    private static final String EVERYWHERE = "ALL";
    private static final int MOST_LANGUAGES = 2;
    private static final int MOST_VALUES = 500;

    private final CityPack city;

    PreferencesForm(CityPack city) {
        this.city = city;
    }

    /** All of them; level, format and topics have defaults. Adds to the faults what is wrong, and is then empty. */
    Optional<Preferences> whole(JsonNode json, List<Fault> faults) {
        int before = faults.size();
        require(json, "languages", faults);
        require(json, "areas", faults);
        Draft draft = new Draft();
        read(json, draft, faults);
        return faults.size() > before ? Optional.empty() : Optional.of(draft.preferences());
    }

    /** Those that are given, over the ones that stand. */
    Optional<Preferences> changed(JsonNode json, Preferences standing, List<Fault> faults) {
        int before = faults.size();
        Draft draft = new Draft(standing);
        read(json, draft, faults);
        return faults.size() > before ? Optional.empty() : Optional.of(draft.preferences());
    }

    private static void require(JsonNode json, String field, List<Fault> faults) {
        if (!json.hasNonNull(field)) {
            faults.add(new Fault("/" + field, "\"" + field + "\" is missing."));
        }
    }

    private void read(JsonNode json, Draft draft, List<Fault> faults) {
        codes(json, "languages", city.languageCodes(), faults).ifPresent(codes -> {
            if (codes.isEmpty() || codes.size() > MOST_LANGUAGES) {
                faults.add(new Fault("/languages", "Name one or two languages."));
            } else {
                draft.languages = codes;
            }
        });
        areas(json, faults).ifPresent(codes -> {
            if (codes.isEmpty()) {
                faults.add(new Fault("/areas", "Name at least one district, or ALL for the whole city."));
            } else {
                draft.districts = codes;
            }
        });
        codes(json, "topics", city.topicCodes(), faults).ifPresent(codes -> draft.topics = codes);
        one(json, "level", Level.values(), Level::wireName, faults).ifPresent(level -> draft.level = level);
        one(json, "format", ContentFormat.values(), ContentFormat::wireName, faults)
                .ifPresent(format -> draft.format = format);
    }

    private Optional<List<String>> areas(JsonNode json, List<Fault> faults) {
        boolean everywhere = json.path("areas").isArray()
                && json.path("areas")
                        .valueStream()
                        .anyMatch(area -> area.asText().equalsIgnoreCase(EVERYWHERE));
        return everywhere ? Optional.of(city.districtCodes()) : codes(json, "areas", city.districtCodes(), faults);
    }

    /** Codes in the city's own spelling and order of mention, each once. */
    private static Optional<List<String>> codes(JsonNode json, String field, List<String> known, List<Fault> faults) {
        JsonNode values = json.path(field);
        if (values.isMissingNode() || values.isNull()) {
            return Optional.empty();
        }
        if (!values.isArray() || values.size() > MOST_VALUES) {
            faults.add(new Fault("/" + field, "\"" + field + "\" is a list of codes."));
            return Optional.empty();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String asked = values.get(i).asText();
            Optional<String> code =
                    known.stream().filter(k -> k.equalsIgnoreCase(asked)).findFirst();
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                faults.add(
                        new Fault("/" + field + "/" + i, "This is not among them: " + String.join(", ", known) + "."));
            }
        }
        return Optional.of(new ArrayList<>(codes));
    }

    private static <E> Optional<E> one(
            JsonNode json, String field, E[] values, Function<E, String> name, List<Fault> faults) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(values)
                .filter(v -> name.apply(v).equals(value.asText()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = Arrays.stream(values).map(name).toList();
            faults.add(new Fault("/" + field, "\"" + field + "\" is one of " + String.join(", ", names) + "."));
        }
        return found;
    }

    /** What has been read so far. */
    private static final class Draft {
        private List<String> languages = List.of();
        private List<String> districts = List.of();
        private List<String> topics = List.of();
        private Level level = Level.SEVERE;
        private ContentFormat format = ContentFormat.STANDARD;

        Draft() {}

        Draft(Preferences standing) {
            languages = standing.languages();
            districts = standing.districts();
            topics = standing.topics();
            level = standing.level();
            format = standing.format();
        }

        Preferences preferences() {
            return new Preferences(languages, districts, topics, level, format);
        }
    }
}
