package org.carillon.router.resident;

import java.time.Duration;
import java.util.Objects;

/**
 * What an installation may decide about dialogues.
 *
 * @param consentWording version of the consent text, kept as part of the proof
 * @param pendingKept how long a sign-up waits for its YES before it is erased
 * @param erasureDigitsCount how long the digits count that confirm an erasure
 * @param repliesPerHour the most answers that one number gets, the last one saying so
 */
public record ResidentPolicy(
        String consentWording, Duration pendingKept, Duration erasureDigitsCount, int repliesPerHour) {
    public static final ResidentPolicy DEFAULT =
            new ResidentPolicy("1", Duration.ofHours(24), Duration.ofHours(24), 30);

    public ResidentPolicy {
        Objects.requireNonNull(consentWording, "consentWording");
        Objects.requireNonNull(pendingKept, "pendingKept");
        Objects.requireNonNull(erasureDigitsCount, "erasureDigitsCount");
        if (repliesPerHour < 2) {
            throw new IllegalArgumentException("repliesPerHour must be 2 or more: the last one only says so");
        }
    }
}
