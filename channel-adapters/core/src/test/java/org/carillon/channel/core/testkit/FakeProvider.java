package org.carillon.channel.core.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.Check;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.loop.Routes;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** A provider in memory, which outlives the loops of a test. */
public final class FakeProvider implements Rig {
    private final Map<Integer, List<String>> received = new ConcurrentHashMap<>();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private final Set<Integer> gone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable Fault fault;

    @Override
    public Channel channel() {
        return channel(message -> {}, message -> {});
    }

    /**
     * A channel with something that happens around each call.
     *
     * @param before when the call begins; nothing is taken yet
     * @param after when it is taken, before the answer
     */
    public Channel channel(Consumer<Message> before, Consumer<Message> after) {
        return new FakeChannel(before, after);
    }

    @Override
    public String purpose() {
        return "alerts";
    }

    @Override
    public SealedContact contact(int resident) {
        return SealedContact.ofBytes(Integer.toString(resident).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Map<Integer, List<String>> received() {
        return Map.copyOf(received);
    }

    @Override
    public int calls() {
        return calls.get();
    }

    @Override
    public void fail(Fault how) {
        fault = how;
    }

    @Override
    public void heal() {
        fault = null;
    }

    @Override
    public void refuse(int resident) {
        refused.add(resident);
    }

    /** As a channel whose contacts can be gone. */
    @Override
    public Routes routes() {
        Routes routes = Rig.super.routes();
        return new Routes(
                routes.urgent(),
                routes.replies(),
                routes.routine(),
                routes.intents(),
                routes.election(),
                Optional.of(Topics.SUBSCRIPTION_COMMANDS));
    }

    @Override
    public void gone(int resident) {
        gone.add(resident);
    }

    @Override
    public SubscriptionId subscription(int resident) {
        return new SubscriptionId(7, resident);
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    @Override
    public void close() {}

    private static int resident(Message message) {
        return Integer.parseInt(new String(message.task().contact().toBytes(), StandardCharsets.US_ASCII));
    }

    private final class FakeChannel implements Channel {
        private final Consumer<Message> before;
        private final Consumer<Message> after;

        FakeChannel(Consumer<Message> before, Consumer<Message> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public String name() {
            return "sms";
        }

        @Override
        public Outcome deliver(Message message) {
            before.accept(message);
            calls.incrementAndGet();
            int resident = resident(message);
            if (refused.contains(resident)) {
                return new Outcome.Refused("refused");
            }
            if (gone.contains(resident)) {
                return new Outcome.Gone("gone", subscription(resident));
            }
            Fault now = fault;
            if (now == Fault.BUSY) {
                return new Outcome.Deferred("busy", Optional.empty(), Outcome.Scope.MESSAGE);
            }
            if (now == Fault.LOST) {
                return new Outcome.InDoubt("lost");
            }
            received.computeIfAbsent(resident, r -> new CopyOnWriteArrayList<>())
                    .add(message.body());
            after.accept(message);
            return now == Fault.TAKEN_UNANSWERED
                    ? new Outcome.InDoubt("unanswered")
                    : new Outcome.Accepted("P" + resident);
        }

        @Override
        public Found lookup(Message message, Instant since) {
            return received.getOrDefault(resident(message), List.of()).contains(message.body())
                    ? new Found.Accepted("P" + resident(message), DeliveryStatus.SENT, null)
                    : new Found.NotThere();
        }

        @Override
        public Check check() {
            return Check.ok("fake");
        }
    }
}
