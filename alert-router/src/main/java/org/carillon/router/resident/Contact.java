package org.carillon.router.resident;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a number, whatever it subscribes to.
 *
 * @param language in which it was last spoken with, or null
 * @param stoppedAt when it said STOP, or null
 * @param question the last numbered question, or null
 * @param erasure the erasure that waits for its digits, or null
 * @param heard ids of the last messages, by which a replay is known
 * @param hourFrom when the running hour of answers began
 * @param answers how many it got in that hour
 * @param lastAt when it was last heard
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Contact(
        @Nullable String language,
        @Nullable Instant stoppedAt,
        @Nullable Question question,
        @Nullable Erasure erasure,
        List<String> heard,
        Instant hourFrom,
        int answers,
        Instant lastAt) {
    private static final int HEARD_KEPT = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    Contact {
        heard = List.copyOf(heard);
    }

    static Contact unknown(Instant now) {
        return new Contact(null, null, null, null, List.of(), now, 0, now);
    }

    boolean isStopped() {
        return stoppedAt != null;
    }

    /** Whether more is known than how often it was answered. */
    boolean isAnyone() {
        return language != null || stoppedAt != null || question != null || erasure != null;
    }

    Contact hearing(String messageId, Instant now) {
        List<String> more = new ArrayList<>(heard);
        more.add(messageId);
        List<String> last = more.subList(Math.max(0, more.size() - HEARD_KEPT), more.size());
        boolean hourOver = !now.isBefore(hourFrom.plus(HOUR));
        return new Contact(
                language, stoppedAt, question, erasure, last, hourOver ? now : hourFrom, hourOver ? 0 : answers, now);
    }

    Contact speaking(String newLanguage) {
        return new Contact(newLanguage, stoppedAt, question, erasure, heard, hourFrom, answers, lastAt);
    }

    Contact stopped(@Nullable Instant at) {
        return new Contact(language, at, question, erasure, heard, hourFrom, answers, lastAt);
    }

    Contact asked(@Nullable Question newQuestion) {
        return new Contact(language, stoppedAt, newQuestion, erasure, heard, hourFrom, answers, lastAt);
    }

    Contact erasing(@Nullable Erasure next) {
        return new Contact(language, stoppedAt, question, next, heard, hourFrom, answers, lastAt);
    }

    Contact answered() {
        return new Contact(language, stoppedAt, question, erasure, heard, hourFrom, answers + 1, lastAt);
    }
}
