package org.carillon.ingest.signature;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.ingest.kafka.Commands;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.keys.SigningIdentity;

/**
 * The way to the router on which every command that may issue an alert gets the signed document that is published if it does. What
 * only asks for a second person is not signed: until somebody has said yes, nothing with the hub's signature exists.
 */
public final class SigningCommands implements Commands {
    private static final Set<AlertState> OPEN =
            EnumSet.of(AlertState.DRAFT, AlertState.PENDING_APPROVAL, AlertState.RETURNED, AlertState.QUARANTINED);

    private final Commands router;
    private final AlertViews views;
    private final Supplier<SigningIdentity> key;

    /**
     * Over these.
     *
     * @param key the one that signs now; asked for each document
     */
    public SigningCommands(Commands router, AlertViews views, Supplier<SigningIdentity> key) {
        this.router = router;
        this.views = views;
        this.key = key;
    }

    @Override
    public Optional<Decision> ask(AlertCommand command) {
        return router.ask(signed(command));
    }

    private AlertCommand signed(AlertCommand command) {
        return switch (command) {
            case AlertCommand.Submit submit ->
                isSigned(submit.content()) && !submit.asDraft() && issuesAlone(submit)
                        ? sign(submit, submit.capDocument())
                        : submit;
            case AlertCommand.SubmitDraft draft ->
                stored(
                        draft,
                        views.alert(draft.alertId())
                                .filter(alert -> alert.content().msgType() == MsgType.CANCEL));
            case AlertCommand.Approve approve -> stored(approve, views.alert(approve.alertId()));
            case AlertCommand.Reject reject -> reject;
            case AlertCommand.Return giveBack -> giveBack;
            case AlertCommand.Signed done -> done;
        };
    }

    private AlertCommand stored(AlertCommand command, Optional<Alert> known) {
        Optional<Alert> open = known.filter(SigningCommands::isOpen).filter(alert -> isSigned(alert.content()));
        if (open.isEmpty()) {
            return command;
        }
        Optional<byte[]> document = views.document(open.get());
        if (document.isPresent()) {
            return sign(command, CapBytes.of(document.get()));
        }
        if (views.alert(command.alertId()).filter(SigningCommands::isOpen).isEmpty()) {
            // Somebody else was faster, and the router says who.
            return command;
        }
        throw ProblemException.unavailable(
                "The message of this alert is still being read. Send the same again in a second.");
    }

    private static boolean isOpen(Alert alert) {
        return OPEN.contains(alert.state());
    }

    private AlertCommand sign(AlertCommand command, CapBytes document) {
        byte[] signed = new CapSigner(key.get()).sign(document.toByteArray());
        return new AlertCommand.Signed(command, document.digest(), CapBytes.of(signed));
    }

    /** Whether the hub signs it at all, once it is issued. */
    private static boolean isSigned(AlertContent content) {
        return content.forResidents() && !content.carriesOwnSignature();
    }

    /** What the router issues without a second person. */
    private static boolean issuesAlone(AlertCommand.Submit submit) {
        AlertSource source = submit.content().source();
        return source == null ? submit.correction() || submit.content().msgType() == MsgType.CANCEL : source.trusted();
    }
}
