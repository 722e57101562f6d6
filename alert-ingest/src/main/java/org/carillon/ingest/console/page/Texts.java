package org.carillon.ingest.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the console says in one language: one file of texts per feature. Another language is another folder beside
 * {@code texts/en}. Arguments are written {@code {name}}.
 */
public final class Texts {
    private final String language;
    private final Map<String, String> texts;

    private Texts(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /** Reads the files of these features. */
    public static Texts load(String language, Collection<String> features) {
        Map<String, String> all = new HashMap<>();
        for (String feature : features) {
            String file = "/org/carillon/ingest/console/texts/" + language + "/" + feature + ".properties";
            Properties properties = new Properties();
            try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
            properties.forEach((key, value) -> all.put(feature + "." + key, (String) value));
        }
        return new Texts(language, all);
    }

    public String language() {
        return language;
    }

    /** The text; its key where there is none, because a page without a word is better than no page. */
    public String t(String key) {
        return texts.getOrDefault(key, key);
    }

    /** The text with arguments: name, value, name, value. */
    public String t(String key, Object... arguments) {
        String text = t(key);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            text = text.replace("{" + arguments[i] + "}", String.valueOf(arguments[i + 1]));
        }
        return text;
    }

    public @Nullable String find(String key) {
        return texts.get(key);
    }
}
