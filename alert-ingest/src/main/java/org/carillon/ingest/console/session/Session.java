package org.carillon.ingest.console.session;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the cookie says. Nobody can read or change it without the office keys.
 *
 * @param id random; names the session in the account
 * @param user who it is, or empty for somebody who has not signed in
 * @param epoch of the account when it signed in
 * @param stage how far the signing-in has come
 * @param seenAt when it was used last, to a minute
 * @param secondFactorAt when the second factor was given last, or null
 * @param csrf stands in every form; unguessable
 * @param enrolling secret of an authenticator app that is being set up, or null
 */
public record Session(
        String id,
        String user,
        long epoch,
        Stage stage,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant secondFactorAt,
        String csrf,
        @Nullable String enrolling) {
    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(csrf, "csrf");
    }

    /** How far it has come. */
    public enum Stage {
        /** Nobody has signed in. */
        GUEST,
        /** The password was right; the second factor is still to come. */
        PASSWORD,
        /** Signed in. */
        FULL
    }

    Session seen(Instant now) {
        return new Session(id, user, epoch, stage, startedAt, now, secondFactorAt, csrf, enrolling);
    }

    /** The same, after the second factor was given. */
    public Session confirmed(Instant now) {
        return new Session(id, user, epoch, stage, startedAt, now, now, csrf, enrolling);
    }

    /** The same, in another epoch of the account: the officer has changed something and stays signed in here. */
    public Session inEpoch(long other) {
        return new Session(id, user, other, stage, startedAt, seenAt, secondFactorAt, csrf, enrolling);
    }

    /** The same, with the secret of an authenticator app that is being set up, or without. */
    public Session enrolling(@Nullable String secret) {
        return new Session(id, user, epoch, stage, startedAt, seenAt, secondFactorAt, csrf, secret);
    }

    /** Without what must not be printed. */
    @Override
    public String toString() {
        return "Session[" + user + ", " + stage + ']';
    }
}
