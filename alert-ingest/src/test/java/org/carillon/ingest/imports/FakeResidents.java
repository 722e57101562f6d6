package org.carillon.ingest.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.SubscriptionCommands;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.resident.SubscriptionDecision.Declared.Outcome;

/** As much of the router as a list meets; what it really decides is tested with it. */
final class FakeResidents implements SubscriptionCommands {
    final Map<ContactId, SubscriptionCommand.Declare> there = new HashMap<>();
    final Map<ContactId, Instant> left = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
    boolean away;
    boolean slow;

    @Override
    public synchronized Optional<SubscriptionDecision> ask(SubscriptionCommand.Declare command) {
        if (away) {
            throw ProblemException.unavailable("Kafka did not acknowledge every line.");
        }
        Outcome outcome = outcome(command);
        if (slow) {
            return Optional.empty();
        }
        return Optional.of(new SubscriptionDecision.Declared(command.commandId(), command.id(), outcome));
    }

    private Outcome outcome(SubscriptionCommand.Declare command) {
        Instant gone = left.get(command.contactId());
        if (gone != null && !command.consent().at().isAfter(gone)) {
            return Outcome.LEFT;
        }
        boolean again = !heard.add(command.commandId());
        if (again && command.confirm()) {
            return Outcome.ASKED_BEFORE;
        }
        if (!again && there.containsKey(command.contactId())) {
            return Outcome.THERE;
        }
        there.putIfAbsent(command.contactId(), command);
        return command.confirm() ? Outcome.ASKED : Outcome.SUBSCRIBED;
    }

    synchronized void leave(ContactId contact, Instant at) {
        there.remove(contact);
        left.put(contact, at);
    }
}
