package org.carillon.ingest.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.LanguageChecks;
import org.carillon.ingest.compose.SmsSize;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.remark.Remark;
import org.carillon.ingest.remark.Said;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.hint.Field;
import org.carillon.rendering.hint.Written;
import org.carillon.rendering.hint.Written.Wording;
import org.carillon.rendering.notice.Rendered;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

/** Hints about a form as it stands, by the rules of the preview. */
final class Hinting {
    /** The length is no field of its own. */
    static final String LENGTH = "length";

    private static final List<String> TEXTS = List.of("event", "headline", "instruction", "description", "plain");
    private static final Duration LIFETIME = Duration.ofHours(24);

    private final LanguageChecks checks;
    private final SmsSize sizes;
    private final Catalogue catalogue;
    private final List<String> districts;
    private final Words words;
    private final Spoken spoken;

    Hinting(City city, Catalogue catalogue, Words words, Spoken spoken) {
        this.checks = new LanguageChecks(city, catalogue);
        this.sizes = new SmsSize(city, catalogue);
        this.catalogue = catalogue;
        this.districts = city.pack().districtCodes();
        this.words = words;
        this.spoken = spoken;
    }

    /**
     * Whose form it is.
     *
     * @param sender that the officer writes for
     * @param withdraws whether it takes an earlier message back, so that there is nothing to do
     */
    record Form(String sender, boolean withdraws, boolean exercise) {}

    /**
     * What there is to say of one language.
     *
     * @param languages of the form, in its order: the first that has a text is what the others are held against
     */
    HintBoxes of(Fields typed, Form form, String language, List<String> languages) {
        AlertText text = text(typed, language);
        if (catalogue.language(language).isEmpty() || text == null) {
            return new HintBoxes(Stream.concat(TEXTS.stream(), Stream.of(LENGTH))
                    .map(field -> new HintBoxes.Box(language, field, List.of()))
                    .toList());
        }
        Wording wording = form.withdraws() || typed.text("response").equals(ResponseType.ALL_CLEAR.wireName())
                ? Wording.WITHDRAWAL
                : Wording.OWN;
        List<String> codes =
                districts.stream().filter(typed.all("areas")::contains).toList();
        Written written = checks.written(language, text, codes, wording);
        Map<String, List<HintBoxes.Item>> byField =
                checks.whileWriting(written, first(typed, language, languages, codes, wording)).stream()
                        .collect(Collectors.groupingBy(
                                Hinting::field, Collectors.mapping(this::item, Collectors.toList())));
        List<HintBoxes.Box> boxes = new ArrayList<>();
        TEXTS.forEach(field -> boxes.add(new HintBoxes.Box(language, field, byField.getOrDefault(field, List.of()))));
        boxes.add(new HintBoxes.Box(language, LENGTH, lengths(typed, form, language, text, codes)));
        return new HintBoxes(boxes);
    }

    private @Nullable Written first(
            Fields typed, String language, List<String> languages, List<String> codes, Wording wording) {
        Optional<String> first = languages.stream()
                .filter(code ->
                        text(typed, code) != null && catalogue.language(code).isPresent())
                .findFirst()
                .filter(Predicate.not(language::equals));
        AlertText text = first.map(code -> text(typed, code)).orElse(null);
        return text == null ? null : checks.written(first.orElseThrow(), text, codes, wording);
    }

    /** What is typed in that language; null for nothing. */
    private static @Nullable AlertText text(Fields typed, String language) {
        String name = "t." + language + '.';
        return TEXTS.stream().allMatch(field -> typed.text(name + field).isEmpty())
                ? null
                : new AlertText(
                        typed.text(name + "event"),
                        typed.text(name + "headline"),
                        typed.text(name + "description"),
                        typed.text(name + "instruction"),
                        typed.text(name + "plain"));
    }

    /** What is about all texts stands at the first line. */
    private static String field(Remark remark) {
        Field field = remark.field();
        return field == null ? Field.HEADLINE.wireName() : field.wireName();
    }

    private HintBoxes.Item item(Remark remark) {
        Said said = spoken.alone(remark);
        return new HintBoxes.Item(said.message(), remark.quoted(), remark.languageOfWords(), said.advice());
    }

    private List<HintBoxes.Item> lengths(Fields typed, Form form, String language, AlertText text, List<String> codes) {
        String event = text.event().isEmpty() ? text.headline() : text.event();
        if (event.isEmpty()) {
            return List.of();
        }
        AlertText named = new AlertText(event, text.headline(), text.description(), text.instruction(), text.plain());
        Instant now = words.now();
        SmsSize.Around around =
                new SmsSize.Around(form.sender(), codes, severity(typed), form.exercise(), now, expires(typed, now));
        List<HintBoxes.Item> items = new ArrayList<>();
        items.add(length(sizes.of(language, named, around, ContentFormat.STANDARD), "alerts.hints.sms"));
        String plain = text.plain();
        if (plain != null && !plain.isEmpty()) {
            items.add(length(sizes.of(language, named, around, ContentFormat.PLAIN), "alerts.hints.sms-plain"));
        }
        return items;
    }

    private HintBoxes.Item length(Rendered rendered, String key) {
        return switch (rendered) {
            case Rendered.Ready ready -> {
                Map<String, String> facts = ready.rendition().attributes();
                String omitted = facts.getOrDefault("omitted", "");
                yield new HintBoxes.Item(
                        words.t(key, "parts", words.count(Long.parseLong(facts.getOrDefault("parts", "1")), "parts")),
                        "",
                        "",
                        omitted.isEmpty() ? "" : words.t("alerts.hints.omitted", "what", words.omitted(omitted)));
            }
            case Rendered.TooLong excess ->
                new HintBoxes.Item(
                        words.t("alerts.hints.too-long", "n", words.count(excess.excess())),
                        "",
                        "",
                        words.t("alerts.hints.shorten"));
        };
    }

    private static Severity severity(Fields typed) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.wireName().equals(typed.text("severity")))
                .findFirst()
                .orElse(Severity.SEVERE);
    }

    private Instant expires(Fields typed, Instant now) {
        return words.instant(typed.text("expires")).orElseGet(() -> now.plus(LIFETIME));
    }
}
