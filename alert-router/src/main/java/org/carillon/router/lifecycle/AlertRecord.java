package org.carillon.router.lifecycle;

import java.util.List;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand.Remarks;
import org.carillon.schemas.rendition.RenditionKey;
import org.carillon.schemas.transparency.RenditionDigest;
import org.jspecify.annotations.Nullable;

/**
 * What the router keeps of an alert: what everybody may read, and what only its decisions need.
 *
 * @param unreviewed languages that an approver has to acknowledge by name
 * @param correction whether it was submitted as the pre-approved correction
 * @param renditions which renditions the current version has
 * @param digests of all its forms, or null where it was submitted before they were kept
 * @param remarks what its author said beside it
 * @param deputiesTold whether the deputies have been told that it waits for approval
 */
record AlertRecord(
        Alert alert,
        List<String> unreviewed,
        boolean correction,
        List<Made> renditions,
        @Nullable Digests digests,
        Remarks remarks,
        boolean deputiesTold) {
    AlertRecord {
        unreviewed = List.copyOf(unreviewed);
        renditions = List.copyOf(renditions);
    }

    AlertId id() {
        return alert.id();
    }

    AlertState state() {
        return alert.state();
    }

    AlertContent content() {
        return alert.content();
    }

    AlertRecord with(Alert next) {
        boolean told = deputiesTold && next.submittedAt().equals(alert.submittedAt());
        return new AlertRecord(next, unreviewed, correction, renditions, digests, remarks, told);
    }

    AlertRecord withDeputiesTold() {
        return new AlertRecord(alert, unreviewed, correction, renditions, digests, remarks, true);
    }

    /** Whether somebody has to decide about it. */
    boolean waits() {
        return switch (state()) {
            case PENDING_APPROVAL, QUARANTINED -> true;
            case DRAFT, RETURNED, ISSUED, REJECTED, SUPERSEDED, CANCELLED, EXPIRED -> false;
        };
    }

    boolean isCancel() {
        return content().msgType() == MsgType.CANCEL;
    }

    /** Whether it ever went on its way to residents. */
    boolean wasIssuedToResidents() {
        return alert.issuedAt() != null && content().forResidents();
    }

    /** What the public log will say of the bytes: of the CAP message, and of each rendition's text. */
    record Digests(String cap, List<RenditionDigest> renditions) {
        Digests {
            renditions = List.copyOf(renditions);
        }
    }

    /** One rendition that was made. */
    record Made(String channel, String language, ContentFormat format) {
        RenditionKey key(Alert alert) {
            return new RenditionKey(alert.id(), alert.version(), channel, language, format);
        }
    }
}
