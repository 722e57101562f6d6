package org.carillon.rendering.notice;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says in one language: all that any channel needs to render it.
 *
 * @param alertId the alert
 * @param thread the first alert of the series that this one goes on with, or the alert itself: what a device shows of the
 *     series is replaced by the newest
 * @param sent when it was sent, in the city's zone
 * @param language BCP 47 tag of all texts; the catalogue has to know it
 * @param exercise an exercise, visibly marked at beginning and end
 * @param authority who issues it, by a name that residents know, in that language
 * @param event what happens, in a word or two
 * @param headline one sentence; null or empty where there is none, then the event stands for it
 * @param description more about it; the first thing left out when room is short
 * @param instruction what to do; never left out, never cut
 * @param plain the same alert in short sentences without jargon, for readers who asked for that
 * @param areas names of the districts in that language; empty where it has none
 * @param expires until when, in the city's zone; said for alerts and updates only
 * @param code the verification code, which no other alert has
 * @param earlier the message that this one speaks of; needed for cancel, all-clear and correction
 */
public record Notice(
        AlertId alertId,
        AlertId thread,
        ZonedDateTime sent,
        String language,
        Kind kind,
        boolean exercise,
        Severity severity,
        String authority,
        String event,
        @Nullable String headline,
        @Nullable String description,
        @Nullable String instruction,
        @Nullable String plain,
        List<String> areas,
        @Nullable ZonedDateTime expires,
        String code,
        @Nullable Earlier earlier) {
    /** Checks that the facts which every message needs are there. */
    public Notice {
        requireText(authority, "authority");
        requireText(event, "event");
        requireText(code, "code");
        areas = List.copyOf(areas);
        if (kind.withdraws() && earlier == null) {
            throw new IllegalArgumentException("a " + kind + " says which message it speaks of");
        }
    }

    /** The catalogue's name of what it is called first of all, {@code alert.label.…}: an alert by how grave it is. */
    public String label() {
        if (kind != Kind.ALERT) {
            return kind.wireName();
        }
        return severity.isUrgent() ? "urgent" : "notice";
    }

    /** What kind of message it is. */
    public enum Kind {
        ALERT,
        UPDATE,
        CANCEL,
        ALL_CLEAR,
        CORRECTION;

        /** The name in payloads and in the catalogue. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The catalogue's name of the sentence that says what has become of the earlier message. */
        public String frame() {
            return switch (this) {
                case ALERT, UPDATE -> "updated";
                case CANCEL -> "cancelled";
                case ALL_CLEAR -> "cleared";
                case CORRECTION -> "corrected";
            };
        }

        /** Whether it takes an earlier message back, so that it has no end of its own. */
        public boolean withdraws() {
            return switch (this) {
                case ALERT, UPDATE -> false;
                case CANCEL, ALL_CLEAR, CORRECTION -> true;
            };
        }
    }

    /**
     * The message that an update, cancel, all-clear or correction speaks of.
     *
     * @param event what it was about, in the same language; never an instruction, which a reader could follow again
     * @param sent when it was sent, in the city's zone
     */
    public record Earlier(String event, ZonedDateTime sent) {
        public Earlier {
            requireText(event, "event");
        }
    }

    /** Never shows the texts. */
    @Override
    public String toString() {
        return "Notice[" + kind + ", " + language + ", " + code + "]";
    }

    private static void requireText(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
    }
}
