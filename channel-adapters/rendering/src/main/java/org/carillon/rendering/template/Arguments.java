package org.carillon.rendering.template;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template with everything that its form asks, checked.
 *
 * @param values by the parameters' names, all of them
 */
public record Arguments(Template template, Map<String, Argument> values) {
    public Arguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What is wrong with a value and how to mend it. */
    public record Fault(String parameter, String message) {}

    /** Either all values, or everything that is wrong with them. */
    public sealed interface Reading {
        /** Nothing is wrong. */
        record Complete(Arguments arguments) implements Reading {}

        /** At least one value is. */
        record Faulty(List<Fault> faults) implements Reading {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Checks what was filled in.
     *
     * @param given by the parameters' names: numbers or their digits, times (ISO 8601 with an offset), days, texts; a place
     *     is a text or a map from language to text
     * @param languages that the texts are wanted in
     */
    public static Reading read(Template template, Map<String, ?> given, Collection<String> languages) {
        return new ArgumentReader(template, given, languages).read();
    }
}
