package org.carillon.schemas.city;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.yaml.ValueType;
import org.carillon.schemas.yaml.YamlObject;

/** Reads the languages, and then whatever is said in each of them. */
final class LanguageReader {
    private final Findings findings;
    private final List<Language> languages = new ArrayList<>();

    LanguageReader(YamlObject root, Findings findings) {
        this.findings = findings;
        Unique codes = new Unique();
        for (YamlObject entry : root.requiredObjects("languages")) {
            language(entry, codes).ifPresent(languages::add);
        }
    }

    List<Language> languages() {
        return languages;
    }

    List<String> codes() {
        return languages.stream().map(Language::code).toList();
    }

    /** One of the city's languages. */
    ValueType<String> code() {
        return ValueType.oneOf(codes());
    }

    /** A text that must be there in every language. */
    Localized required(YamlObject parent, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<YamlObject> object = parent.requiredObject(key);
        object.ifPresent(inner -> {
            for (Language language : languages) {
                inner.required(language.code(), ValueType.text()).ifPresent(text -> texts.put(language.code(), text));
            }
        });
        return new Localized(texts.isEmpty() ? Map.of("und", "") : texts);
    }

    /** Words that may be there in some of the languages. */
    Map<String, List<String>> words(YamlObject parent, String key) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        parent.object(key).ifPresent(inner -> {
            for (Language language : languages) {
                List<String> list = inner.list(language.code(), ValueType.text());
                if (!list.isEmpty()) {
                    words.put(language.code(), list);
                }
            }
        });
        return words;
    }

    private Optional<Language> language(YamlObject entry, Unique codes) {
        Optional<String> code = codes.read(entry, "code", ValueType.languageTag());
        Optional<String> name = entry.required("name", ValueType.text());
        List<String> words = entry.list("words", ValueType.text());
        boolean isReviewed = entry.required("reviewed", ValueType.flag(), false);
        code.filter(tag -> ULocale.forLanguageTag(tag)
                        .getDisplayLanguage(ULocale.ENGLISH)
                        .equals(ULocale.forLanguageTag(tag).getLanguage()))
                .ifPresent(tag -> findings.warnings()
                        .add(entry.problem(
                                "code", "\"" + tag + "\" is no language that Unicode knows: a typing error?")));
        return code.flatMap(tag -> name.map(own -> new Language(tag, own, words, isReviewed)));
    }
}
