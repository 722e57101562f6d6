package org.carillon.schemas.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * What an officer, partner or the hub's own edge asks of the router. The router alone decides; each command is answered
 * by one {@link Decision} with the same {@code commandId}, however often it is repeated.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AlertCommand.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = AlertCommand.SubmitDraft.class, name = "submit-draft"),
    @JsonSubTypes.Type(value = AlertCommand.Approve.class, name = "approve"),
    @JsonSubTypes.Type(value = AlertCommand.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = AlertCommand.Return.class, name = "return"),
    @JsonSubTypes.Type(value = AlertCommand.Signed.class, name = "signed")
})
public sealed interface AlertCommand {
    /** Unique for each request; the key of its decision. */
    String commandId();

    AlertId alertId();

    Instant at();

    Actor actor();

    /**
     * A new alert, or with {@code edit} the next version of a draft or returned one.
     *
     * @param asDraft keep it as a draft, do not ask for approval
     * @param correction the pre-approved false-alarm correction, which one person may issue
     * @param keyed the identifier follows from the caller's idempotency key: the same sender and identifier with another
     *     {@code sent} is a repeat, too
     * @param renditions every channel × language × format, already made
     * @param unreviewed languages among the texts that no named reviewer has confirmed
     * @param capDocument the original CAP, or the one that the hub composed: the exact bytes
     * @param remarks what the author says beside the alert itself
     */
    record Submit(
            String commandId,
            AlertId alertId,
            Instant at,
            Actor actor,
            AlertContent content,
            List<Rendition> renditions,
            List<String> unreviewed,
            CapBytes capDocument,
            boolean asDraft,
            boolean edit,
            boolean correction,
            boolean keyed,
            Remarks remarks)
            implements AlertCommand {
        public Submit {
            Objects.requireNonNull(remarks, "remarks");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(capDocument, "capDocument");
            renditions = List.copyOf(renditions);
            unreviewed = List.copyOf(unreviewed);
        }

        /** Without remarks. */
        public Submit(
                String commandId,
                AlertId alertId,
                Instant at,
                Actor actor,
                AlertContent content,
                List<Rendition> renditions,
                List<String> unreviewed,
                CapBytes capDocument,
                boolean asDraft,
                boolean edit,
                boolean correction,
                boolean keyed) {
            this(
                    commandId,
                    alertId,
                    at,
                    actor,
                    content,
                    renditions,
                    unreviewed,
                    capDocument,
                    asDraft,
                    edit,
                    correction,
                    keyed,
                    Remarks.NONE);
        }
    }

    /**
     * What an author says beside the alert itself.
     *
     * @param reason why, for the history; or null
     * @param acknowledgeUnreviewed unreviewed languages that the author of a Cancel or correction accepts by name
     * @param reviewedTemplate whether every text came from a template that a named person has reviewed in that language
     */
    record Remarks(@Nullable String reason, List<String> acknowledgeUnreviewed, boolean reviewedTemplate) {
        public static final Remarks NONE = new Remarks(null, List.of(), false);

        public Remarks {
            acknowledgeUnreviewed = List.copyOf(acknowledgeUnreviewed);
        }
    }

    /** Asks for approval of a draft or returned alert as it stands. */
    record SubmitDraft(String commandId, AlertId alertId, Instant at, Actor actor) implements AlertCommand {}

    /**
     * The second person's yes.
     *
     * @param renditionsDigest what the approver saw, or null to approve what stands
     * @param acknowledgeUnreviewed unreviewed languages that the approver accepts by name
     * @param places codes of the districts that the approver named as those that the alert is for; needed for Extreme
     */
    record Approve(
            String commandId,
            AlertId alertId,
            Instant at,
            Actor actor,
            @Nullable String reason,
            @Nullable String renditionsDigest,
            List<String> acknowledgeUnreviewed,
            List<String> places)
            implements AlertCommand {
        public Approve {
            acknowledgeUnreviewed = List.copyOf(acknowledgeUnreviewed);
            places = List.copyOf(places);
        }

        /** Without the name of a place. */
        public Approve(
                String commandId,
                AlertId alertId,
                Instant at,
                Actor actor,
                @Nullable String reason,
                @Nullable String renditionsDigest,
                List<String> acknowledgeUnreviewed) {
            this(commandId, alertId, at, actor, reason, renditionsDigest, acknowledgeUnreviewed, List.of());
        }
    }

    /** The final no. */
    record Reject(
            String commandId,
            AlertId alertId,
            Instant at,
            Actor actor,
            @Nullable String reason) implements AlertCommand {}

    /** Back to the author, with what should be mended. */
    record Return(
            String commandId,
            AlertId alertId,
            Instant at,
            Actor actor,
            @Nullable String reason) implements AlertCommand {}

    /**
     * A command that may issue, together with the document that is published if it does. Refused where another document than the
     * one that was signed stands.
     *
     * @param documentDigest hex SHA-256 of the document that was signed, as submitted
     * @param document the same with the hub's signature in it
     */
    record Signed(AlertCommand command, String documentDigest, CapBytes document) implements AlertCommand {
        public Signed {
            Objects.requireNonNull(documentDigest, "documentDigest");
            Objects.requireNonNull(document, "document");
            if (command instanceof Signed) {
                throw new IllegalArgumentException("a command is signed once");
            }
        }

        @Override
        public String commandId() {
            return command.commandId();
        }

        @Override
        public AlertId alertId() {
            return command.alertId();
        }

        @Override
        public Instant at() {
            return command.at();
        }

        @Override
        public Actor actor() {
            return command.actor();
        }
    }
}
