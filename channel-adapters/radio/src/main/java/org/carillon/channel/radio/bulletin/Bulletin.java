package org.carillon.channel.radio.bulletin;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as it is read on air. It does not say when it was asked for: the same notices in force are the same words, and so the
 * same id.
 *
 * @param id hash of its words and of the alerts that it tells and leaves out
 * @param slot seconds that the station has
 * @param estimatedSeconds how long it takes to read; never more than the slot
 * @param intro first paragraph
 * @param outro last paragraphs: what was left out, and the end
 * @param validUntil when the first of the alerts in force ends; null while there is none
 */
public record Bulletin(
        String id,
        String language,
        int slot,
        int estimatedSeconds,
        String intro,
        List<Told> told,
        List<LeftOut> leftOut,
        String outro,
        @Nullable Instant validUntil) {
    public Bulletin {
        told = List.copyOf(told);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether all of a script is read, or its core, with until when it holds where there is time. */
    public enum Form {
        FULL,
        CORE
    }

    /** One alert, in the approved words. */
    public record Told(AlertId alertId, Severity severity, Form form, String text, int seconds) {}

    /** One alert in force that is not told. */
    public record LeftOut(AlertId alertId, String headline, Reason reason) {}

    /** Why an alert is not told. */
    public enum Reason {
        NO_ROOM,
        OTHER_LANGUAGE
    }

    /** All of it: paragraphs that an empty line separates. */
    public String text() {
        return text(intro, told, outro);
    }

    /** The alerts that it tells, in full or in brief. */
    public List<AlertId> alerts() {
        return told.stream().map(Told::alertId).toList();
    }

    static String text(String intro, List<Told> told, String outro) {
        return Stream.of(Stream.of(intro), told.stream().map(Told::text), Stream.of(outro))
                .flatMap(part -> part)
                .collect(Collectors.joining(Script.BETWEEN));
    }

    /** Never shows the text. */
    @Override
    public String toString() {
        return "Bulletin[" + id + ", told=" + told.size() + ", leftOut=" + leftOut.size() + "]";
    }
}
