package org.carillon.hub.verify;

/** What a check of a log has found. */
public sealed interface LogVerdict {
    /** Everything is as its key says, and begins with what was seen before. */
    record Sound(SeenLog log) implements LogVerdict {}

    /** Something is not, at that entry and from there on. */
    record WrongEntry(long index, String reason) implements LogVerdict {}

    /** The head itself cannot be believed, so that nothing is said of entries. */
    record WrongHead(String reason) implements LogVerdict {}
}
