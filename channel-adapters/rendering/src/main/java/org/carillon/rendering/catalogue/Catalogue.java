package org.carillon.rendering.catalogue;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The hub's own words in every language. Complete or not at all: loading refuses a language that lacks a key, so that
 * nobody ever gets a sentence in a language that they did not choose. Immutable; safe for threads.
 */
public final class Catalogue {
    private final Map<String, Language> languages;
    private final Map<String, MessageFile> messages;
    private final Map<String, Object> templates;
    private final Map<String, MessageFile> wordings;
    private final Words words;
    private final Map<String, HintWords> hints;
    private final LocaleMatcher nearest;

    private Catalogue(
            Collection<Language> languages,
            Map<String, MessageFile> messages,
            Map<String, Object> templates,
            Map<String, MessageFile> wordings,
            Words words,
            Map<String, HintWords> hints) {
        this.languages = new LinkedHashMap<>();
        languages.forEach(l -> this.languages.put(l.tag(), l));
        this.messages = Map.copyOf(messages);
        this.templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
        this.wordings = Map.copyOf(wordings);
        this.words = words;
        this.hints = Map.copyOf(hints);
        this.nearest = LocaleMatcher.builder()
                .setSupportedULocales(languages.stream()
                        .map(l -> ULocale.forLanguageTag(l.tag()))
                        .toList())
                .setDefaultULocale(ULocale.forLanguageTag(source(languages).tag()))
                .build();
    }

    /**
     * Reads every language that {@code languages.yaml} names from the class path.
     *
     * @throws CatalogueException naming all that is missing or wrong, by file and key
     */
    public static Catalogue load() {
        return load("");
    }

    /** Reads from a folder of the class path, relative to this package ({@code folder/}). */
    static Catalogue load(String folder) {
        List<Language> languages = new ArrayList<>();
        Map<String, MessageFile> messages = new LinkedHashMap<>();
        Map<String, MessageFile> wordings = new LinkedHashMap<>();
        List<WordFile> words = new ArrayList<>();
        Map<String, HintWords> hints = new LinkedHashMap<>();
        for (String tag : YamlFile.read(folder + "languages.yaml").list("languages")) {
            languages.add(language(tag, YamlFile.read(folder + tag + "/language.yaml")));
            messages.put(tag, MessageFile.read(tag, YamlFile.read(folder + tag + "/messages.yaml")));
            wordings.put(tag, MessageFile.read(tag, YamlFile.read(folder + tag + "/templates.yaml")));
            words.add(WordFile.read(tag, YamlFile.read(folder + tag + "/words.yaml")));
            hints.put(tag, HintWords.read(YamlFile.read(folder + tag + "/hints.yaml")));
        }
        String source = source(languages).tag();
        List<String> problems = new ArrayList<>(differences(messages, source));
        problems.addAll(differences(wordings, source));
        Map<String, Object> templates = YamlFile.tree(folder + "templates.yaml");
        problems.addAll(TemplateWording.problems(Objects.requireNonNull(wordings.get(source)), templates));
        if (!problems.isEmpty()) {
            throw new CatalogueException(String.join("\n", problems));
        }
        return new Catalogue(languages, messages, templates, wordings, new Words(words), hints);
    }

    private static List<String> differences(Map<String, MessageFile> files, String source) {
        MessageFile first = Objects.requireNonNull(files.get(source));
        return files.values().stream()
                .flatMap(file -> file.differences(first).stream())
                .toList();
    }

    /** The supported languages, in the catalogue's order, the source first. */
    public List<Language> languages() {
        return List.copyOf(languages.values());
    }

    /** The supported language that a BCP 47 tag stands for: itself, or what it is a variety of ({@code es-MX} is {@code es}). */
    public Optional<Language> language(String tag) {
        for (ULocale locale = ULocale.forLanguageTag(tag);
                locale != null && !locale.getName().isEmpty();
                locale = locale.getFallback()) {
            Language found = languages.get(locale.toLanguageTag());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The supported language that a reader of the given one most likely reads, the source language where none is near. */
    public Language nearest(String tag) {
        ULocale best = nearest.getBestMatch(ULocale.forLanguageTag(tag));
        return require(best.toLanguageTag());
    }

    /** The words that residents text. */
    public Words words() {
        return words;
    }

    /**
     * The words by which hints see what a text in a supported language says.
     *
     * @throws IllegalArgumentException for an unsupported language
     */
    public HintWords hints(String language) {
        return Objects.requireNonNull(hints.get(require(language).tag()));
    }

    /**
     * A text in a supported language or a variety of one.
     *
     * @param args by the names that the message uses; strings, numbers
     * @throws IllegalArgumentException for an unsupported language, an unknown key or a missing argument
     */
    public String text(String language, String key, Map<String, ?> args) {
        return Objects.requireNonNull(messages.get(require(language).tag())).text(key, args);
    }

    /** What {@code templates.yaml} says of each hazard, as it was read: text, numbers, lists and maps. */
    public Map<String, Object> templates() {
        return templates;
    }

    /**
     * A template's wording in a supported language or a variety of one.
     *
     * @param field {@code event}, {@code headline}, {@code description}, {@code instruction} or {@code plain}
     * @param args by the parameters' names
     * @throws IllegalArgumentException for an unsupported language, an unknown template or a missing argument
     */
    public String wording(String language, String template, String field, Map<String, ?> args) {
        return Objects.requireNonNull(wordings.get(require(language).tag())).text(template + "." + field, args);
    }

    private Language require(String tag) {
        return language(tag).orElseThrow(() -> new IllegalArgumentException("unsupported language " + tag));
    }

    private static Language source(Collection<Language> languages) {
        List<Language> sources = languages.stream().filter(Language::source).toList();
        if (sources.size() != 1) {
            throw new CatalogueException("exactly one language is the source, found " + sources.size());
        }
        return sources.getFirst();
    }

    private static Language language(String tag, YamlFile file) {
        return new Language(
                tag,
                file.string("name"),
                file.flag("source"),
                file.flag("reviewed"),
                optional(file.string("reviewedBy")),
                optional(file.string("reviewedOn")).map(LocalDate::parse));
    }

    private static Optional<String> optional(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
