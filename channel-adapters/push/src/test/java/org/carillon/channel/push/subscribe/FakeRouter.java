package org.carillon.channel.push.subscribe;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;

/** Decides about subscriptions in memory, as the router does. */
public final class FakeRouter implements SubscriptionCommands {
    private final Map<SubscriptionId, SubscriptionCommand.Subscribe> contacts = new ConcurrentHashMap<>();
    private final Map<SubscriptionId, SubscriptionDecision.Standing> standing = new ConcurrentHashMap<>();

    /** The command that made a subscription. */
    public Optional<SubscriptionCommand.Subscribe> subscribed(SubscriptionId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public Optional<SubscriptionDecision> ask(SubscriptionCommand command) {
        return Optional.of(decide(command));
    }

    public SubscriptionDecision decide(SubscriptionCommand command) {
        return switch (command) {
            case SubscriptionCommand.Subscribe c -> {
                contacts.put(c.id(), c);
                yield keep(new SubscriptionDecision.Standing(
                        c.commandId(), c.id(), c.purpose(), c.preferences(), c.consent(), c.at()));
            }
            case SubscriptionCommand.Change c -> {
                SubscriptionDecision.Standing now = standing.get(c.id());
                yield now == null
                        ? new SubscriptionDecision.Missing(c.commandId(), c.id())
                        : keep(new SubscriptionDecision.Standing(
                                c.commandId(), c.id(), now.purpose(), c.preferences(), now.consent(), now.createdAt()));
            }
            case SubscriptionCommand.Look c -> {
                SubscriptionDecision.Standing now = standing.get(c.id());
                yield now == null
                        ? new SubscriptionDecision.Missing(c.commandId(), c.id())
                        : new SubscriptionDecision.Standing(
                                c.commandId(),
                                c.id(),
                                now.purpose(),
                                now.preferences(),
                                now.consent(),
                                now.createdAt());
            }
            case SubscriptionCommand.End c -> {
                contacts.remove(c.id());
                yield standing.remove(c.id()) == null
                        ? new SubscriptionDecision.Missing(c.commandId(), c.id())
                        : new SubscriptionDecision.Ended(c.commandId(), c.id());
            }
            case SubscriptionCommand.Declare c -> throw new AssertionError("a browser is no number");
        };
    }

    private SubscriptionDecision keep(SubscriptionDecision.Standing decision) {
        standing.put(decision.id(), decision);
        return decision;
    }
}
