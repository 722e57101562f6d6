package org.carillon.schemas.city;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.WireNamed;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.yaml.ValueType;
import org.carillon.schemas.yaml.YamlObject;

/** Reads topics, purposes, senders, stations and reviewers. */
final class CatalogueReader {
    private static final ValueType<String> WORD = ValueType.matching(
            Pattern.compile("[a-z][a-z0-9-]{0,39}"), "a small letter, then up to 39 small letters, digits or hyphens");
    private static final ValueType<String> SENDER =
            ValueType.matching(Pattern.compile("[^\\s,<&]{1,255}"), "a CAP sender: no spaces, commas, < or &");

    private final YamlObject root;
    private final Findings findings;
    private final LanguageReader languages;
    private final PinnedKeyReader keys;

    CatalogueReader(YamlObject root, Findings findings, LanguageReader languages, PinnedKeyReader keys) {
        this.root = root;
        this.findings = findings;
        this.languages = languages;
        this.keys = keys;
    }

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        Unique codes = new Unique();
        for (YamlObject entry : root.requiredObjects("topics")) {
            Optional<String> code = codes.read(entry, "code", WORD);
            Localized names = languages.required(entry, "name");
            Map<String, List<String>> words = languages.words(entry, "words");
            code.ifPresent(topic -> topics.add(new Topic(topic, names, words)));
        }
        return topics;
    }

    Map<Category, String> categoryTopics(List<Topic> topics) {
        ValueType<String> topic =
                ValueType.oneOf(topics.stream().map(Topic::code).toList());
        Map<Category, String> out = new EnumMap<>(Category.class);
        root.requiredObject("categories")
                .ifPresent(inner -> Arrays.stream(Category.values())
                        .forEach(category ->
                                inner.optional(category.wireName(), topic).ifPresent(code -> out.put(category, code))));
        List<String> missing = Arrays.stream(Category.values())
                .filter(category -> !out.containsKey(category))
                .map(WireNamed::wireName)
                .toList();
        if (!missing.isEmpty() && findings.errors().isEmpty()) {
            findings.warnings()
                    .add(root.problem(
                            "categories",
                            "has no topic for " + String.join(", ", missing)
                                    + ": such alerts are refused unless their sender has a topic"));
        }
        return out;
    }

    List<Purpose> purposes(ZoneId zone, Clock clock) {
        List<Purpose> purposes = new ArrayList<>();
        Unique ids = new Unique();
        for (YamlObject entry : root.requiredObjects("purposes")) {
            Optional<PurposeId> id = ids.read(entry, "id", WORD.map(PurposeId::new));
            Localized text = languages.required(entry, "text");
            Optional<LocalDate> sunset = entry.required("sunset", ValueType.date());
            String provider = entry.required("provider", ValueType.text(), "");
            // A wrong date is reported already; the purpose still exists for the senders that name it.
            id.ifPresent(purpose -> purposes.add(new Purpose(purpose, text, sunset.orElse(LocalDate.EPOCH), provider)));
            sunset.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                    .filter(end -> !end.isAfter(clock.instant()))
                    .ifPresent(end -> findings.warnings()
                            .add(entry.problem(
                                    "sunset",
                                    "is over: at the next start the keys and subscriptions of this purpose are"
                                            + " erased")));
        }
        return purposes;
    }

    List<Sender> senders(List<Purpose> purposes, List<Topic> topics) {
        ValueType<PurposeId> purpose = ValueType.oneOf(
                        purposes.stream().map(p -> p.id().value()).toList())
                .map(PurposeId::new);
        ValueType<String> topic =
                ValueType.oneOf(topics.stream().map(Topic::code).toList());
        List<Sender> senders = new ArrayList<>();
        Unique ids = new Unique();
        for (YamlObject entry : root.objects("senders")) {
            Optional<String> id = ids.read(entry, "id", SENDER);
            Localized names = languages.required(entry, "name");
            Optional<PurposeId> itsPurpose = entry.optional("purpose", purpose);
            Optional<String> itsTopic = entry.optional("topic", topic);
            boolean isAllowed = entry.optional("allowed", ValueType.flag(), true);
            List<String> actsFor = entry.list("actsFor", SENDER);
            List<PinnedKey> pinned = entry.list("keys", keys.type());
            id.ifPresent(sender -> senders.add(new Sender(
                    sender, names, itsPurpose.orElse(null), itsTopic.orElse(null), isAllowed, actsFor, pinned)));
        }
        if (senders.isEmpty() && findings.errors().isEmpty()) {
            findings.warnings().add(root.problem("senders", "names nobody: every alert from outside is refused"));
        }
        return senders;
    }

    List<Station> stations(List<String> districtCodes) {
        ValueType<String> district = ValueType.oneOf(districtCodes);
        List<Station> stations = new ArrayList<>();
        Unique ids = new Unique();
        for (YamlObject entry : root.objects("stations")) {
            Optional<String> id = ids.read(entry, "id", WORD);
            String name = entry.required("name", ValueType.text(), "");
            List<String> spoken = entry.requiredList("languages", languages.code());
            List<String> heardIn = entry.list("districts", district);
            id.ifPresent(station -> stations.add(new Station(station, name, spoken, heardIn)));
        }
        return stations;
    }

    List<Reviewer> reviewers() {
        List<Reviewer> reviewers = new ArrayList<>();
        for (YamlObject entry : root.objects("reviewers")) {
            String name = entry.required("name", ValueType.text(), "");
            reviewers.add(new Reviewer(name, entry.requiredList("languages", languages.code())));
        }
        return reviewers;
    }
}
