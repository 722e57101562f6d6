package org.carillon.ingest.remark;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.carillon.rendering.locale.LocalStyle;

/**
 * The sentences of one language by key: ICU message patterns, digits 0 to 9. Safe for threads.
 *
 * @param formats prototypes; a format is not safe for threads, so each use clones one
 */
record Patterns(Map<String, MessageFormat> formats) {
    /** Beside the other texts of the console, so that who reviews a language finds all of it in one folder. */
    private static final String FOLDER = "/org/carillon/ingest/console/texts/";

    private static final String FILE = "/remarks.properties";

    Patterns {
        formats = Map.copyOf(formats);
    }

    /** What the file of a language has. */
    static Patterns load(String language) {
        String file = FOLDER + language + FILE;
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Patterns.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        ULocale locale = LocalStyle.plain().locale(language);
        Map<String, MessageFormat> formats = new HashMap<>();
        texts.forEach((key, text) -> formats.put((String) key, new MessageFormat((String) text, locale)));
        return new Patterns(formats);
    }

    /** These, and those of another language where there are none. */
    Patterns or(Patterns other) {
        Map<String, MessageFormat> all = new HashMap<>(other.formats);
        all.putAll(formats);
        return new Patterns(all);
    }

    String say(String key, Map<String, ?> arguments) {
        return format(key).clone().format(arguments);
    }

    MessageFormat format(String key) {
        MessageFormat format = formats.get(key);
        if (format == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return format;
    }
}
