package org.carillon.router.resident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;

/**
 * Keeps the subscriptions that are changed by command. Those of telephone numbers belong to dialogues and are not found here; a number
 * that the city declares is taken in, and is left to its dialogue from then on.
 */
final class SubscriptionDesk {
    private static final String ERASED = "erased";

    private final ResidentConfig config;
    private final ResidentBook book;
    private final PreferencesCheck check;
    private final Declarations declarations;

    SubscriptionDesk(ResidentConfig config, ResidentBook book) {
        this.config = config;
        this.book = book;
        this.check = new PreferencesCheck(config);
        this.declarations = new Declarations(config, book);
    }

    /**
     * What follows from a command, its one decision included; one that was heard before changes nothing: a late repeat must neither bring
     * back what was erased since, nor erase what was made since.
     */
    List<ResidentEffect> answer(SubscriptionCommand command, Instant now) {
        List<ResidentEffect> effects = new ArrayList<>();
        Subscriptions subscriptions = new Subscriptions(config, book, effects, now);
        Optional<Subscription> there = find(command.id(), subscriptions);
        boolean again = book.heard(heardAs(command));
        SubscriptionDecision decision = switch (command) {
            case SubscriptionCommand.Subscribe subscribe ->
                again ? standing(command, there) : subscribe(subscribe, there, subscriptions);
            case SubscriptionCommand.Change change ->
                again ? standing(command, there) : change(change, there, subscriptions);
            case SubscriptionCommand.Look look -> standing(command, there);
            case SubscriptionCommand.End end ->
                again
                        ? new SubscriptionDecision.Ended(command.commandId(), command.id())
                        : end(end, there, subscriptions, effects, now);
            case SubscriptionCommand.Declare declare ->
                declarations.answer(declare, again, subscriptions, effects, now);
        };
        if (isToBeKnownAgain(command, decision)) {
            effects.add(new ResidentEffect.Hear(heardAs(command)));
        }
        effects.add(new ResidentEffect.Decide(decision));
        return effects;
    }

    private static Optional<Subscription> find(SubscriptionId id, Subscriptions subscriptions) {
        return subscriptions.find(id).filter(s -> s.channel() != ContactChannel.SMS);
    }

    private static boolean isToBeKnownAgain(SubscriptionCommand command, SubscriptionDecision decision) {
        return switch (decision) {
            case SubscriptionDecision.Refused refused -> false;
            case SubscriptionDecision.Declared declared -> Declarations.isTakenIn(declared.outcome());
            case SubscriptionDecision.Standing standing -> !(command instanceof SubscriptionCommand.Look);
            case SubscriptionDecision.Missing missing -> !(command instanceof SubscriptionCommand.Look);
            case SubscriptionDecision.Ended ended -> true;
        };
    }

    /** Message ids are the provider's, command ids the adapters': neither may shadow the other. */
    private static String heardAs(SubscriptionCommand command) {
        return "command/" + command.commandId();
    }

    private SubscriptionDecision subscribe(
            SubscriptionCommand.Subscribe command, Optional<Subscription> there, Subscriptions subscriptions) {
        Optional<String> problem = problem(command, there, subscriptions);
        if (problem.isPresent()) {
            return refused(command, problem.get());
        }
        return standing(
                command, Optional.of(subscriptions.subscribe(command, check.normal(command.preferences()), there)));
    }

    private Optional<String> problem(
            SubscriptionCommand.Subscribe command, Optional<Subscription> there, Subscriptions subscriptions) {
        if (command.channel() == ContactChannel.SMS) {
            return Optional.of("a telephone number subscribes by text message only");
        }
        if (there.isEmpty() && subscriptions.find(command.id()).isPresent()) {
            return Optional.of("this id belongs to another channel");
        }
        if (config.id(command.purpose(), command.contactId()).isEmpty()) {
            return Optional.of("the city has no such purpose, or it has ended");
        }
        if (there.isPresent() && !there.get().purpose().equals(command.purpose())) {
            return Optional.of("this id belongs to another purpose");
        }
        return check.problem(command.preferences());
    }

    private SubscriptionDecision change(
            SubscriptionCommand.Change command, Optional<Subscription> there, Subscriptions subscriptions) {
        if (there.isEmpty()) {
            return missing(command);
        }
        Optional<String> problem = check.problem(command.preferences());
        if (problem.isPresent()) {
            return refused(command, problem.get());
        }
        Preferences wishes = check.normal(command.preferences());
        return standing(command, Optional.of(subscriptions.withWishes(there.get(), wishes)));
    }

    private SubscriptionDecision end(
            SubscriptionCommand.End command,
            Optional<Subscription> there,
            Subscriptions subscriptions,
            List<ResidentEffect> effects,
            Instant now) {
        if (there.isEmpty()) {
            return missing(command);
        }
        subscriptions.end(there.get(), command.reason());
        if (ERASED.equals(command.reason())) {
            effects.add(new ResidentEffect.PutLedger(new LedgerEntry(
                    config.ledgerIds().of(there.get().contactId()), LedgerEntry.Kind.ERASED, now, null, null)));
        }
        return new SubscriptionDecision.Ended(command.commandId(), command.id());
    }

    private static SubscriptionDecision standing(SubscriptionCommand command, Optional<Subscription> there) {
        if (there.isEmpty()) {
            return missing(command);
        }
        Subscription subscription = there.get();
        Subscription.Consent consent = subscription.consent();
        if (consent == null) {
            return missing(command);
        }
        return new SubscriptionDecision.Standing(
                command.commandId(),
                command.id(),
                subscription.purpose(),
                PreferencesCheck.of(subscription),
                consent,
                subscription.createdAt());
    }

    private static SubscriptionDecision missing(SubscriptionCommand command) {
        return new SubscriptionDecision.Missing(command.commandId(), command.id());
    }

    private static SubscriptionDecision refused(SubscriptionCommand command, String message) {
        return new SubscriptionDecision.Refused(command.commandId(), command.id(), message);
    }
}
