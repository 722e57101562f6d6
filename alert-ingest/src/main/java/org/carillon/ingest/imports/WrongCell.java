package org.carillon.ingest.imports;

import org.jspecify.annotations.Nullable;

/** Ends the reading of one line. */
final class WrongCell extends Exception {
    private static final long serialVersionUID = 1L;
    private final String rule;
    private final @Nullable Column column;

    WrongCell(String rule, @Nullable Column column, String message) {
        super(message, null, false, false);
        this.rule = rule;
        this.column = column;
    }

    Refusal refusal(int line) {
        return new Refusal(line, rule, column == null ? "" : column.title(), String.valueOf(getMessage()));
    }
}
