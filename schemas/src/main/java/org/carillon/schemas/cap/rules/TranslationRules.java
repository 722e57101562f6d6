package org.carillon.schemas.cap.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.xml.XmlElement;

/** What experience advises about several infos: the same facts in every language, in different words. */
final class TranslationRules {

    private final Report report;

    TranslationRules(Report report) {
        this.report = report;
    }

    void check(List<XmlElement> infos) {
        if (infos.size() < 2) {
            return;
        }
        checkTexts(infos);
        checkFacts(infos);
        checkAlike(
                infos,
                CapRule.CATEGORIES_DIFFER,
                "categories",
                info -> info.all("category").stream()
                        .map(XmlElement::text)
                        .sorted()
                        .collect(Collectors.joining(" ")));
        checkAlike(
                infos,
                CapRule.EVENT_CODES_DIFFER,
                "event codes",
                info -> info.all("eventCode").stream()
                        .map(code -> code.textOf("valueName").orElse("") + "="
                                + code.textOf("value").orElse(""))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private void checkTexts(List<XmlElement> infos) {
        Map<String, String> languageOfText = new HashMap<>();
        for (XmlElement info : infos) {
            String text = info.textOf("description")
                    .filter(description -> !description.isBlank())
                    .or(() -> info.textOf("headline"))
                    .orElse("")
                    .strip();
            String language = language(info);
            String other = languageOfText.putIfAbsent(text, language);
            if (!text.isEmpty() && other != null && !other.equals(language)) {
                report.add(
                        CapRule.SAME_TEXT_DIFFERENT_LANGUAGE,
                        info,
                        "The info in " + language + " has the text of the one in " + other + ": translate it.");
            }
        }
    }

    /** Infos of one language are a sequence; the sequences of all languages have to tell the same. */
    private void checkFacts(List<XmlElement> infos) {
        Map<String, List<XmlElement>> byLanguage = new LinkedHashMap<>();
        for (XmlElement info : infos) {
            byLanguage
                    .computeIfAbsent(language(info), language -> new ArrayList<>())
                    .add(info);
        }
        Set<List<String>> seen = new HashSet<>();
        byLanguage.forEach((language, sequence) -> {
            boolean isNew =
                    seen.add(sequence.stream().map(TranslationRules::facts).toList());
            if (isNew && seen.size() > 1) {
                report.add(
                        CapRule.FACTS_DIFFER_BETWEEN_LANGUAGES,
                        sequence.getFirst(),
                        "The info in " + language
                                + " differs from another language in urgency, severity, certainty or expires: make them alike.");
            }
        });
    }

    private void checkAlike(List<XmlElement> infos, CapRule rule, String what, Function<XmlElement, String> of) {
        String expected = infos.isEmpty() ? "" : of.apply(infos.getFirst());
        infos.stream()
                .filter(info -> !of.apply(info).equals(expected))
                .findFirst()
                .ifPresent(info -> report.add(
                        rule, info, "The " + what + " of this info are not those of the first: make them alike."));
    }

    private static String language(XmlElement info) {
        String tag = TextForms.collapsed(info.textOf("language").orElse(""));
        return (tag.isEmpty() ? CapInfo.DEFAULT_LANGUAGE : tag).toLowerCase(Locale.ROOT);
    }

    private static String facts(XmlElement info) {
        return info.textOf("urgency").orElse("") + "/"
                + info.textOf("severity").orElse("") + "/"
                + info.textOf("certainty").orElse("") + "/"
                + info.textOf("expires")
                        .map(TextForms::collapsed)
                        .flatMap(CapTime::parse)
                        .map(time -> time.instant().toString())
                        .orElse("");
    }
}
