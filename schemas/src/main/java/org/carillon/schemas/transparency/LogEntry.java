package org.carillon.schemas.transparency;

import java.util.Objects;

/**
 * An entry of the log; the value of topic {@code carillon.transparency-log}. The bytes of that record are the leaf of the tree, for
 * ever: nobody reads them and writes them anew. It holds no time of its own beside the fact's, so that an alert's entry that a crash
 * undid comes back as the same one.
 *
 * @param index its place, from 0, without a gap
 */
public record LogEntry(long index, LogFact fact) {
    /** The record header that holds the signed head of the log up to and including the entry. */
    public static final String HEAD = "head";

    public LogEntry {
        Objects.requireNonNull(fact, "fact");
        if (index < 0) {
            throw new IllegalArgumentException("indexes begin at 0");
        }
    }

    /** The key of its record. */
    public String key() {
        return Long.toString(index);
    }
}
