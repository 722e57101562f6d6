package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.transparency.Decider;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAlert;
import org.carillon.schemas.transparency.RenditionDigest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the public log of everything that is issued to residents. Looks at what a decision has changed as a whole, so that no way of
 * issuing is forgotten.
 */
final class Publication {
    private Publication() {}

    /** Adds the facts that follow from the changes so far. */
    static void follow(Changes changes) {
        for (AlertRecord after : changes.changed()) {
            boolean issuedBefore = changes.before(after.id())
                    .filter(before -> before.alert().issuedAt() != null)
                    .isPresent();
            if (after.state() == AlertState.ISSUED && after.wasIssuedToResidents() && !issuedBefore) {
                changes.add(new Effect.Publish(fact(after, capDigest(after, changes))));
            }
        }
    }

    /** Of the bytes that are published: with the hub's signature, where it signs. */
    private static @Nullable String capDigest(AlertRecord record, Changes changes) {
        AlertRecord.Digests submitted = record.digests();
        return SignedDocuments.of(record, changes)
                .map(CapBytes::digest)
                .orElse(submitted == null ? null : submitted.cap());
    }

    private static LogFact fact(AlertRecord record, @Nullable String capDigest) {
        LoggedAlert logged = logged(record, capDigest);
        if (record.correction()) {
            return new LogFact.Corrected(logged);
        }
        return switch (record.content().msgType()) {
            case UPDATE -> new LogFact.Updated(logged);
            case CANCEL -> new LogFact.Cancelled(logged);
            case ALERT, ACK, ERROR -> new LogFact.Issued(logged);
        };
    }

    private static LoggedAlert logged(AlertRecord record, @Nullable String capDigest) {
        Alert alert = record.alert();
        AlertContent content = alert.content();
        AlertRecord.Digests digests = record.digests();
        Decider decider = decider(record);
        Instant issuedAt = Objects.requireNonNull(alert.issuedAt());
        return new LoggedAlert(
                alert.id(),
                alert.verificationCode(),
                content.sender(),
                content.identifier(),
                content.sent(),
                content.status(),
                content.msgType(),
                content.severity(),
                content.topic(),
                List.copyOf(content.texts().keySet()),
                content.districts(),
                content.expires(),
                content.references(),
                alert.predecessors(),
                decider,
                decider == Decider.LONE_OFFICER ? alert.reason() : null,
                issuedAt,
                content.signature().state(),
                alert.acknowledgedUnreviewed(),
                capDigest,
                content.renditionsDigest(),
                digests == null ? List.<RenditionDigest>of() : digests.renditions());
    }

    private static Decider decider(AlertRecord record) {
        Alert alert = record.alert();
        if (!alert.author().equals(alert.decidedBy())) {
            return Decider.SECOND_PERSON;
        }
        if (record.content().source() != null) {
            return Decider.TRUSTED_FEED;
        }
        if (record.correction() || record.content().msgType() == MsgType.CANCEL) {
            return Decider.ONE_PERSON;
        }
        boolean signed = record.content().signature().state() == SignatureState.VALID;
        return signed ? Decider.SIGNED_PARTNER : Decider.LONE_OFFICER;
    }
}
