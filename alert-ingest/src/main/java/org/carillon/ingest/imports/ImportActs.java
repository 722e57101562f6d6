package org.carillon.ingest.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.ingest.office.Acts;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;

/** What two administrators agree to before a list is taken in: exactly its bytes, for that purpose, in that way. */
final class ImportActs {
    /** The router knows for a day which lines it has heard; within half of that a repeat cannot ask anybody twice. */
    private static final Duration GOOD = Duration.ofHours(12);

    /** After that the router takes no confirmation. */
    private static final Duration PENDING = Duration.ofDays(7);

    private final Acts acts;
    private final Clock clock;

    ImportActs(Acts acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /** The act that lets the list in now. */
    Optional<AdminRequest> confirmed(String digest) {
        return of(acts.decided().stream(), digest)
                .filter(request -> request.state() == AdminRequest.State.CONFIRMED)
                .filter(request -> request.decidedAt() != null
                        && clock.instant().isBefore(request.decidedAt().plus(GOOD)))
                .findFirst();
    }

    /**
     * Agrees to the list in the name of an administrator: confirms what another one has proposed, or proposes it.
     *
     * @return confirmed, or pending for another administrator
     */
    AdminRequest agree(String user, String reason, String subject, String digest) {
        Optional<AdminRequest> others = pending(digest)
                .filter(request -> !request.proposedBy().equals(user))
                .findFirst();
        if (others.isPresent()) {
            return acts.confirm(user, others.get().id(), reason);
        }
        return pending(digest)
                .findFirst()
                .orElseGet(
                        () -> acts.propose(user, reason, new AdminAct.Permit(AdminAct.Permit.IMPORT, subject, digest)));
    }

    private Stream<AdminRequest> pending(String digest) {
        return of(acts.pending().stream(), digest)
                .filter(request -> clock.instant().isBefore(request.proposedAt().plus(PENDING)));
    }

    private static Stream<AdminRequest> of(Stream<AdminRequest> requests, String digest) {
        return requests.filter(request -> request.act() instanceof AdminAct.Permit permit
                && permit.kind().equals(AdminAct.Permit.IMPORT)
                && permit.digest().equals(digest));
    }
}
