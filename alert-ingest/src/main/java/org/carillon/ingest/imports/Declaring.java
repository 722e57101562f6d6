package org.carillon.ingest.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.SubscriptionCommands;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeEndedException;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.carillon.schemas.resident.SubscriptionDecision.Declared.Outcome;

/** Hands every entry of a list to the router, many at once. Safe for threads. */
final class Declaring {
    /** The router decides some thousand a second, and each waits for its transaction. */
    private static final int MOST_AT_ONCE = 512;

    /** So many questions may be out before the first of them is known to be one. */
    private static final int MOST_ASKED_AT_ONCE = 32;

    private final SubscriptionCommands commands;
    private final KeyRing keys;
    private final Pace questions;
    private final Clock clock;

    /**
     * Hands over to these.
     *
     * @param questions how fast residents are asked: their questions go the way of every answer
     */
    Declaring(SubscriptionCommands commands, KeyRing keys, Pace questions, Clock clock) {
        this.questions = questions;
        this.commands = commands;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Hands all of them over; the same again changes nothing.
     *
     * @param actId by which the router knows a line again
     * @throws ProblemException where Kafka does not take them: what it took is decided, and the rest can be sent again
     */
    Tally declare(String actId, NumberList list, Wanted wanted) {
        Map<Integer, SubscriptionDecision> decisions = new ConcurrentHashMap<>();
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        Semaphore room = new Semaphore(wanted.confirm() ? MOST_ASKED_AT_ONCE : MOST_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Entry entry : list.entries()) {
                room.acquireUninterruptibly();
                if (wanted.confirm()) {
                    questions.await();
                }
                if (!failures.isEmpty()) {
                    break;
                }
                threads.execute(() -> {
                    try {
                        commands.ask(command(actId, entry, wanted)).ifPresent(decision -> {
                            decisions.put(entry.line(), decision);
                            if (isQuestion(decision)) {
                                questions.spent();
                            }
                        });
                    } catch (RuntimeException e) {
                        // Whoever sent the list is told; what is under way is still waited for.
                        failures.add(e);
                    } finally {
                        room.release();
                    }
                });
            }
        }
        RuntimeException failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
        return tally(list, decisions);
    }

    private static boolean isQuestion(SubscriptionDecision decision) {
        return decision instanceof SubscriptionDecision.Declared declared && declared.outcome() == Outcome.ASKED;
    }

    private SubscriptionCommand.Declare command(String actId, Entry entry, Wanted wanted) {
        ContactId contact = keys.contactId(entry.number());
        try {
            return new SubscriptionCommand.Declare(
                    "import-" + actId + "-" + entry.line(),
                    keys.subscriptionId(wanted.purpose(), contact),
                    clock.instant(),
                    contact,
                    wanted.purpose().value(),
                    keys.seal(wanted.purpose(), entry.number()),
                    entry.preferences(),
                    entry.consent(),
                    wanted.confirm());
        } catch (PurposeEndedException e) {
            throw ProblemException.conflict("This purpose has ended: nobody can be subscribed for it any more.");
        }
    }

    private static Tally tally(NumberList list, Map<Integer, SubscriptionDecision> decisions) {
        List<Refusal> refused = new ArrayList<>(list.refused());
        int subscribed = 0;
        int asked = 0;
        int there = 0;
        int undecided = 0;
        for (Entry entry : list.entries()) {
            Optional<SubscriptionDecision> decision = Optional.ofNullable(decisions.get(entry.line()));
            if (decision.isEmpty()) {
                undecided++;
            } else if (decision.get() instanceof SubscriptionDecision.Declared declared) {
                switch (declared.outcome()) {
                    case SUBSCRIBED -> subscribed++;
                    case ASKED, ASKED_BEFORE -> asked++;
                    case THERE -> there++;
                    case STOPPED, LEFT -> refused.add(gone(entry, declared.outcome()));
                }
            } else if (decision.get() instanceof SubscriptionDecision.Refused no) {
                refused.add(new Refusal(entry.line(), "CITY", "", no.message()));
            } else {
                throw new IllegalStateException("the router has answered another question");
            }
        }
        refused.sort(Comparator.comparingInt(Refusal::line));
        return new Tally(subscribed, asked, there, refused, undecided);
    }

    private static Refusal gone(Entry entry, Outcome outcome) {
        return outcome == Outcome.STOPPED
                ? new Refusal(
                        entry.line(),
                        "STOPPED",
                        Column.CONTACT.title(),
                        "The number has said STOP. Only it can undo that, with START or JOIN.")
                : new Refusal(
                        entry.line(),
                        "LEFT",
                        Column.CONSENT_AT.title(),
                        "The number has left since, by STOP or FORGET: the consent is older than that.");
    }
}
