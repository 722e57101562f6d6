package org.carillon.rendering.catalogue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One language's {@code messages.yaml}: ICU message patterns by key. Digits are 0 to 9 in every language.
 *
 * @param formats prototypes; a format is not safe for threads, so each use clones one
 */
record MessageFile(String name, Map<String, MessageFormat> formats) {

    static MessageFile read(String language, YamlFile file) {
        ULocale locale = new ULocale.Builder()
                .setLanguageTag(language)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
        Map<String, MessageFormat> formats = new LinkedHashMap<>();
        for (String key : file.values().keySet()) {
            try {
                formats.put(key, new MessageFormat(file.string(key), locale));
            } catch (IllegalArgumentException e) {
                throw new CatalogueException(file.name() + ": " + key + ": " + e.getMessage());
            }
        }
        return new MessageFile(file.name(), formats);
    }

    String text(String key, Map<String, ?> args) {
        MessageFormat prototype = formats.get(key);
        if (prototype == null) {
            throw new IllegalArgumentException(name + ": no text " + key);
        }
        if (!args.keySet().containsAll(prototype.getArgumentNames())) {
            throw new IllegalArgumentException(name + ": " + key + " needs " + arguments(prototype));
        }
        return prototype.clone().format(args);
    }

    /** The names that a text uses; none where there is no such text. */
    Set<String> arguments(String key) {
        MessageFormat format = formats.get(key);
        return format == null ? Set.of() : arguments(format);
    }

    /** Everything in which this translation differs from the source's keys and arguments. */
    List<String> differences(MessageFile source) {
        List<String> problems = new ArrayList<>();
        source.formats.forEach((key, format) -> {
            MessageFormat ours = formats.get(key);
            if (ours == null) {
                problems.add(name + ": " + key + ": missing");
            } else if (!arguments(ours).equals(arguments(format))) {
                problems.add(name + ": " + key + ": has the arguments " + arguments(ours) + ", the source "
                        + arguments(format));
            }
        });
        formats.keySet().stream()
                .filter(key -> !source.formats.containsKey(key))
                .forEach(key -> problems.add(name + ": " + key + ": unknown to the source language"));
        return problems;
    }

    /** Those within a plural or a choice, too, which ICU's own list leaves out. */
    private static Set<String> arguments(MessageFormat format) {
        MessagePattern pattern = new MessagePattern(format.toPattern());
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
