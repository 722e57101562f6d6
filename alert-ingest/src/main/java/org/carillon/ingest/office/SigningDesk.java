package org.carillon.ingest.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.OfficeViews;
import org.carillon.schemas.keys.KeyRingException;
import org.carillon.schemas.keys.SigningCertificate;
import org.carillon.schemas.keys.SigningIdentity;
import org.carillon.schemas.keys.SigningKeys;
import org.carillon.schemas.keys.SigningKeys.State;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.SigningKeyActs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key by which the hub signs CAP messages: that of the newest confirmed act, on every instance that shares the ring. Each one looks
 * whenever it signs, and once a minute for what nobody signs for: old and refused keys are destroyed. Safe for threads.
 */
public final class SigningDesk implements Supplier<SigningIdentity>, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SigningDesk.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    /** A day more than a proposal lasts, for clocks that differ. */
    private static final Duration LAPSED = Duration.ofDays(8);

    /** The status where Kafka or the router did not answer: the proposal may be made yet. */
    private static final int OUTCOME_UNKNOWN = 503;

    private final SigningKeys ring;
    private final OfficeViews views;
    private final Clock clock;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile SigningIdentity identity;
    private volatile String fingerprint;
    private volatile Optional<String> pem = Optional.empty();

    public SigningDesk(SigningKeys ring, OfficeViews views, Clock clock) {
        this.ring = ring;
        this.views = views;
        this.clock = clock;
        identity = ring.current();
        fingerprint = identity.fingerprint();
    }

    /**
     * A key as officers see it.
     *
     * @param since when it came into that state
     * @param act that proposed it, where it waits
     */
    public record Known(SigningCertificate certificate, State state, Instant since, Optional<AdminRequest> act) {}

    /** Looks once a minute, for as long as acts are read. */
    public void start(BooleanSupplier ready) {
        Thread.ofPlatform().name("signing-keys").daemon().start(() -> look(ready));
    }

    private void look(BooleanSupplier ready) {
        try {
            do {
                if (ready.getAsBoolean()) {
                    follow();
                    tidy();
                }
            } while (!over.await(LOOK.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one that signs now. */
    @Override
    public SigningIdentity get() {
        follow();
        return identity;
    }

    /** The certificates of all keys that sign or have signed, as PEM, the present one first. */
    public String pem() {
        follow();
        return pem.orElseGet(() -> {
            StringBuilder all = new StringBuilder();
            ring.all().stream()
                    .filter(listed -> listed.state() != State.PROPOSED)
                    .forEach(listed -> all.append(listed.certificate().pem()));
            pem = Optional.of(all.toString());
            return all.toString();
        });
    }

    /** The one that signs, then those that wait for a second administrator, then those before, the newest first. */
    public List<Known> all() {
        follow();
        List<Known> all = new ArrayList<>();
        for (SigningKeys.Listed listed : ring.all()) {
            SigningCertificate certificate = listed.certificate();
            switch (listed.state()) {
                case CURRENT -> all.add(known(listed, act(certificate).map(AdminRequest::decidedAt)));
                case FORMER -> all.add(known(listed, successor(certificate).map(AdminRequest::decidedAt)));
                case PROPOSED ->
                    act(certificate)
                            .filter(SigningDesk::isPending)
                            .ifPresent(act -> all.add(
                                    new Known(certificate, State.PROPOSED, act.proposedAt(), Optional.of(act))));
            }
        }
        return all;
    }

    private static Known known(SigningKeys.Listed listed, Optional<Instant> since) {
        return new Known(
                listed.certificate(),
                listed.state(),
                since.orElse(listed.certificate().madeAt()),
                Optional.empty());
    }

    /** Makes another key and proposes it; takes a second. */
    public AdminRequest propose(Acts acts, String by, String reason) {
        follow();
        String former = fingerprint;
        SigningCertificate made = ring.propose();
        try {
            return acts.propose(by, reason, new AdminAct.NewSigningKey(made.fingerprint(), former));
        } catch (ProblemException e) {
            if (e.problem().status() != OUTCOME_UNKNOWN) {
                ring.discard(made.fingerprint());
            }
            throw e;
        }
    }

    /** Refuses to confirm a key that is not in the ring: the public log would tell of a key that never signs. */
    public static void requireThere(SigningKeys ring, AdminAct act) {
        if (act instanceof AdminAct.NewSigningKey key
                && ring.all().stream()
                        .noneMatch(listed -> listed.certificate().fingerprint().equals(key.fingerprint()))) {
            throw ProblemException.conflict(
                    "This key is not in the key ring any more. Refuse it, and propose another if one is still wanted.");
        }
    }

    private void follow() {
        SigningKeyActs.newest(views.requests())
                .map(act -> SigningKeyActs.key(act).fingerprint())
                .filter(newest -> !newest.equals(fingerprint))
                .ifPresent(this::use);
    }

    /** Alerts go out signed with the key that there is, whatever is wrong with the next. */
    private synchronized void use(String newest) {
        if (newest.equals(fingerprint)) {
            return;
        }
        try {
            SigningIdentity used = ring.use(newest);
            String now = used.fingerprint();
            if (!now.equals(fingerprint)) {
                identity = used;
                fingerprint = now;
                pem = Optional.empty();
                LOGGER.atInfo().addKeyValue("fingerprint", now).log("alerts are signed with another key");
            } else if (ring.all().stream()
                    .noneMatch(listed -> listed.certificate().fingerprint().equals(newest))) {
                LOGGER.atError()
                        .addKeyValue("fingerprint", newest)
                        .log("the signing key that was agreed to is not in the key ring; the one before goes on");
            }
        } catch (KeyRingException e) {
            LOGGER.atError()
                    .addKeyValue("fingerprint", newest)
                    .setCause(e)
                    .log("the signing key that was agreed to cannot be used; the one before goes on");
        }
    }

    /** Destroys proposed keys that nobody can confirm any more. */
    void tidy() {
        try {
            Instant now = clock.instant();
            for (SigningKeys.Listed listed : ring.all()) {
                if (listed.state() == State.PROPOSED && isOver(listed.certificate(), now)) {
                    ring.discard(listed.certificate().fingerprint());
                    LOGGER.atInfo()
                            .addKeyValue("fingerprint", listed.certificate().fingerprint())
                            .log("a proposed signing key that was not agreed to is destroyed");
                }
            }
        } catch (KeyRingException e) {
            LOGGER.atError().setCause(e).log("proposed signing keys could not be looked at");
        }
    }

    private boolean isOver(SigningCertificate proposed, Instant now) {
        Optional<AdminRequest> act = act(proposed);
        if (act.isEmpty()) {
            return now.isAfter(proposed.madeAt().plus(LAPSED));
        }
        return switch (act.get().state()) {
            case PENDING -> now.isAfter(act.get().proposedAt().plus(LAPSED)) || isOvertaken(act.get());
            case CONFIRMED -> false;
            case REFUSED, WITHDRAWN -> true;
        };
    }

    /** Whether another key has taken the place that this one was proposed for. */
    private boolean isOvertaken(AdminRequest proposal) {
        return SigningKeyActs.newest(views.requests())
                .filter(newest -> !SigningKeyActs.key(newest)
                        .fingerprint()
                        .equals(SigningKeyActs.key(proposal).former()))
                .isPresent();
    }

    private static boolean isPending(AdminRequest act) {
        return act.state() == AdminRequest.State.PENDING;
    }

    private Optional<AdminRequest> act(SigningCertificate of) {
        return views.requests().stream()
                .filter(request -> request.act() instanceof AdminAct.NewSigningKey key
                        && key.fingerprint().equals(of.fingerprint()))
                .findFirst();
    }

    private Optional<AdminRequest> successor(SigningCertificate of) {
        return views.requests().stream()
                .filter(request -> request.state() == AdminRequest.State.CONFIRMED
                        && request.act() instanceof AdminAct.NewSigningKey key
                        && key.former().equals(of.fingerprint()))
                .findFirst();
    }

    @Override
    public void close() {
        over.countDown();
    }
}
