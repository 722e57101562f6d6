package org.carillon.channel.core.gate;

/** Whether a message may still go. */
public sealed interface Verdict {
    record Open() implements Verdict {}

    /** It must not. The reason stands in the receipt. */
    record Closed(String reason) implements Verdict {}
}
