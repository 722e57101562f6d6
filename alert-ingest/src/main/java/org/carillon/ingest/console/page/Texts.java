package org.carillon.ingest.console.page;

import java.text.Bidi;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the console says in one language: one file of texts per feature. Another language is another folder beside
 * {@code texts/en}. Arguments are written {@code {name}}.
 */
public final class Texts {
    private static final String SOURCE = "en";
    /** What reads the same in a sentence of either direction. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,:][0-9]+)*");

    private static final String ISOLATE = "\u2068";
    private static final String END = "\u2069";

    private final Tongue tongue;
    private final boolean rightToLeft;
    private final Map<String, String> texts;

    private Texts(Tongue tongue, Map<String, String> texts) {
        this.tongue = tongue;
        this.rightToLeft = tongue.direction().equals("rtl");
        this.texts = Map.copyOf(texts);
    }

    /** Reads the files of these features; English stands in for a text that is not translated. */
    public static Texts load(String language, Collection<String> features) {
        Map<String, String> all = new HashMap<>();
        for (String feature : features) {
            add(all, SOURCE, feature);
            if (!language.equals(SOURCE)) {
                add(all, language, feature);
            }
        }
        return new Texts(Tongue.load(language), all);
    }

    private static void add(Map<String, String> all, String language, String feature) {
        Properties file = TextFiles.read(language + "/" + feature + ".properties");
        file.forEach((key, value) -> all.put(feature + "." + key, (String) value));
    }

    public Tongue tongue() {
        return tongue;
    }

    public String language() {
        return tongue.code();
    }

    /** The text; its key where there is none, because a page without a word is better than no page. */
    public String t(String key) {
        return texts.getOrDefault(key, key);
    }

    /** The text with arguments: name, value, name, value. */
    public String t(String key, Object... arguments) {
        String text = t(key);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            text = text.replace("{" + arguments[i] + "}", isolated(String.valueOf(arguments[i + 1])));
        }
        return text;
    }

    public @Nullable String find(String key) {
        return texts.get(key);
    }

    /**
     * Something from elsewhere (a name, an address, a number to call) as it may stand in a sentence: kept together by the
     * characters that Unicode has for it where it might run the other way.
     */
    public String isolated(String text) {
        boolean apart = rightToLeft
                ? !text.isEmpty() && !NUMBER.matcher(text).matches()
                : Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return apart ? ISOLATE + text + END : text;
    }

    /** A list of such things as the language writes it. */
    public String listed(Collection<String> items) {
        return items.stream().map(this::isolated).collect(Collectors.joining(t("frame.comma")));
    }
}
