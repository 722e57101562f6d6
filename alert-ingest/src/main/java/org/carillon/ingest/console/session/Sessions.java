package org.carillon.ingest.console.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Json;

/** Makes sessions, and reads them back from cookies. Keeps nothing: any instance can read what another has made. */
public final class Sessions {
    private static final String USE = "console-session";
    private static final String KNOWN = "console-known-browser";
    private static final int RANDOM_BYTES = 18;
    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private final OfficeKeys keys;
    private final SessionLimits limits;
    private final SecureRandom random;
    private final Clock clock;

    public Sessions(OfficeKeys keys, SessionLimits limits, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.limits = limits;
        this.random = random;
        this.clock = clock;
    }

    /** Of somebody who has not signed in: protects the form to sign in. */
    public Session guest() {
        return start("", 0, Session.Stage.GUEST);
    }

    /** A new session; nothing of an earlier one goes on. */
    public Session start(Account account, Session.Stage stage) {
        return start(account.user(), account.security().epoch(), stage);
    }

    private Session start(String user, long epoch, Session.Stage stage) {
        Instant now = clock.instant();
        return new Session(random(), user, epoch, stage, now, now, null, random(), null);
    }

    /** When a session that starts now ends at the latest. */
    public Instant latestEnd() {
        return clock.instant().plus(limits.absolute());
    }

    /** The cookie's value. */
    public String seal(Session session) {
        try {
            return keys.seal(USE, Json.mapper().writeValueAsBytes(session));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a session is JSON", e);
        }
    }

    /** The session of a cookie, if it is ours and its time is not over. Whether the account still wants it is asked elsewhere. */
    public Optional<Session> open(String cookie) {
        return keys.open(USE, cookie).flatMap(Sessions::read).filter(this::lasts);
    }

    private static Optional<Session> read(byte[] bytes) {
        try {
            return Optional.of(Json.mapper().readValue(bytes, Session.class));
        } catch (IOException e) {
            return Optional.empty(); // of another version of the hub
        }
    }

    private boolean lasts(Session session) {
        Instant now = clock.instant();
        Duration longest = session.stage() == Session.Stage.PASSWORD ? limits.halfway() : limits.absolute();
        return now.isBefore(session.startedAt().plus(longest))
                && now.isBefore(session.seenAt().plus(limits.idle()));
    }

    /** The session to hand out again because it was used; empty where the last one still does. */
    public Optional<Session> renewed(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.seenAt().plus(RENEWAL)) ? Optional.empty() : Optional.of(session.seen(now));
    }

    /** Whether the second factor was given so lately that a dangerous act need not ask for it. */
    public boolean isRecentlyConfirmed(Session session) {
        Instant at = session.secondFactorAt();
        return at != null && clock.instant().isBefore(at.plus(limits.stepUp()));
    }

    /** Marks a browser from which that officer has signed in: attackers elsewhere do not slow it down. */
    public String knownBrowser(String user) {
        return keys.seal(KNOWN, (user + '\n' + random()).getBytes(StandardCharsets.UTF_8));
    }

    /** What distinguishes the browser, where it is one from which that officer has signed in. */
    public Optional<String> knownBrowser(String cookie, String user) {
        return keys.open(KNOWN, cookie)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", 2))
                .filter(parts -> parts.length == 2 && parts[0].equals(user))
                .map(parts -> parts[1]);
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
