package org.carillon.ingest.console.hazard;

import java.util.List;

/**
 * A gap that the officer fills.
 *
 * @param from least count, for {@link Kind#COUNT}
 * @param to greatest count, for {@link Kind#COUNT}
 * @param options words to choose from, for {@link Kind#CHOICE}
 */
public record Parameter(String name, String label, String hint, Kind kind, int from, int to, List<Option> options) {
    public Parameter {
        options = List.copyOf(options);
    }

    /** What may stand in it. */
    public enum Kind {
        COUNT,
        TIME,
        DATE,
        PLACE,
        PHONE,
        CHOICE
    }

    /** One word to choose. */
    public record Option(String value, String label) {}
}
