package org.carillon.router.resident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.resident.SubscriptionDecision.Declared.Outcome;

/** Takes in numbers that the city declares. Whoever has left since stays away, and the resident's own word always wins. */
final class Declarations {
    private final ResidentConfig config;
    private final ResidentBook book;
    private final PreferencesCheck check;

    Declarations(ResidentConfig config, ResidentBook book) {
        this.config = config;
        this.book = book;
        this.check = new PreferencesCheck(config);
    }

    /** Whether the number has its subscription or sign-up from the city's list. */
    static boolean isTakenIn(Outcome outcome) {
        return switch (outcome) {
            case SUBSCRIBED, ASKED, ASKED_BEFORE -> true;
            case THERE, STOPPED, LEFT -> false;
        };
    }

    /**
     * The decision; what follows from it is added to the effects.
     *
     * @param again whether the command was heard before: then nothing follows, and who was asked is not asked again
     */
    SubscriptionDecision answer(
            SubscriptionCommand.Declare command,
            boolean again,
            Subscriptions subscriptions,
            List<ResidentEffect> effects,
            Instant now) {
        Optional<SubscriptionId> id = config.id(command.purpose(), command.contactId());
        if (id.isEmpty()) {
            return refused(command, "the city has no such purpose, or it has ended");
        }
        if (!id.get().equals(command.id())) {
            return refused(command, "this id belongs to another number or purpose");
        }
        Optional<String> problem = check.problem(command.preferences());
        if (problem.isPresent()) {
            return refused(command, problem.get());
        }
        if (book.contact(command.contactId()).filter(Contact::isStopped).isPresent()) {
            return declared(command, Outcome.STOPPED);
        }
        if (hasLeftSince(command)) {
            return declared(command, Outcome.LEFT);
        }
        if (again) {
            return declared(command, command.confirm() ? Outcome.ASKED_BEFORE : Outcome.SUBSCRIBED);
        }
        if (subscriptions.find(command.purpose(), command.contactId()).isPresent()) {
            return declared(command, Outcome.THERE);
        }
        Subscription subscription = subscriptions.declare(command, check.normal(command.preferences()));
        if (command.confirm()) {
            ask(subscription, command, effects, now);
        }
        return declared(command, command.confirm() ? Outcome.ASKED : Outcome.SUBSCRIBED);
    }

    private boolean hasLeftSince(SubscriptionCommand.Declare command) {
        return book.departure(config.ledgerIds().of(command.contactId()))
                .map(LedgerEntry::at)
                .filter(left -> !command.consent().at().isAfter(left))
                .isPresent();
    }

    /** Once, in the language of the list; without a YES it is erased as any other sign-up is. */
    private void ask(
            Subscription pending, SubscriptionCommand.Declare command, List<ResidentEffect> effects, Instant now) {
        Contact contact = book.contact(command.contactId())
                .orElseGet(() -> Contact.unknown(now).speaking(pending.language()));
        effects.add(new ResidentEffect.KeepContact(command.contactId(), contact));
        effects.add(new ResidentEffect.LookAgain(
                command.contactId(), now.plus(config.policy().pendingKept())));
        effects.add(new ResidentEffect.Say(new Reply(
                command.commandId(),
                command.contactId(),
                command.purpose(),
                command.contact(),
                pending.language(),
                ReplyKey.CONSENT,
                pending.districts(),
                List.of(),
                Map.of(),
                now)));
    }

    private static SubscriptionDecision declared(SubscriptionCommand.Declare command, Outcome outcome) {
        return new SubscriptionDecision.Declared(command.commandId(), command.id(), outcome);
    }

    private static SubscriptionDecision refused(SubscriptionCommand.Declare command, String message) {
        return new SubscriptionDecision.Refused(command.commandId(), command.id(), message);
    }
}
