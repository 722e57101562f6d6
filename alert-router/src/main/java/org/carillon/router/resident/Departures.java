package org.carillon.router.resident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;

/** STOP always wins, and lasts until the number itself asks again; FORGET leaves nothing, once it is confirmed. */
final class Departures {
    private static final String STOP = "STOP";

    private Departures() {}

    static void stop(Meaning.Stop stop, Turn turn) {
        if (turn.contact().isStopped()) {
            return;
        }
        String language = turn.languageOr(stop.language());
        List<Subscription> all = turn.subscriptions().all(turn.contactId());
        all.forEach(subscription -> turn.subscriptions().end(subscription, "stopped"));
        turn.contact(turn.contact().speaking(language).asked(null).stopped(turn.now()));
        if (!STOP.equals(turn.message().optOutType())) {
            turn.say(all.isEmpty() ? ReplyKey.STOPPED_BEFORE : ReplyKey.STOPPED, language);
        }
        shut(turn, turn.now());
        turn.ledger(LedgerEntry.Kind.STOPPED, null, null);
    }

    /** The number asked for messages itself. */
    static void unblock(Turn turn) {
        if (turn.contact().isStopped()) {
            turn.contact(turn.contact().stopped(null));
            turn.gate(GateEntry.contactKey(turn.contactId()), null);
        }
    }

    /** Erases everything of the number with the right digits; gives digits without them. Works after STOP, too. */
    static void forget(Meaning.Forget forget, Turn turn) {
        String language = turn.languageOr(forget.language());
        List<Subscription> all = turn.subscriptions().all(turn.contactId());
        Erasure asked = turn.contact().erasure();
        String digits = forget.digits();
        if (all.isEmpty() && !turn.contact().isAnyone()) {
            turn.say(ReplyKey.NOTHING_HELD, language);
        } else if (digits == null) {
            giveDigits(ReplyKey.FORGET_ASKED, language, turn);
        } else if (asked == null || !asked.isConfirmedBy(digits, turn.now())) {
            giveDigits(ReplyKey.FORGET_UNCONFIRMED, language, turn);
        } else {
            erase(all, language, turn);
        }
    }

    private static void giveDigits(ReplyKey key, String language, Turn turn) {
        Instant stoppedAt = turn.contact().stoppedAt();
        if (stoppedAt != null && !turn.hasAnswersLeft()) {
            return; // the last answer of an hour speaks of alerts that still come, and none do
        }
        Instant until = turn.now().plus(turn.config().policy().erasureDigitsCount());
        Erasure next = Erasure.until(until, turn.config().random());
        if (turn.hasAnswersLeft()) {
            // Otherwise the resident will not read these, and those that were given before go on counting.
            turn.contact(turn.contact().erasing(next));
        }
        turn.say(key, language, List.of(), List.of(), Map.of("digits", next.digits()));
        if (stoppedAt != null) {
            shut(turn, stoppedAt);
        }
    }

    private static void erase(List<Subscription> all, String language, Turn turn) {
        String proof = Erasure.proof(turn.config().random());
        Instant stoppedAt = turn.contact().stoppedAt();
        all.forEach(subscription -> turn.subscriptions().end(subscription, "erased"));
        unblock(turn);
        turn.ledger(LedgerEntry.Kind.ERASED, proof, stoppedAt);
        turn.say(ReplyKey.FORGOTTEN, language, List.of(), List.of(), Map.of("proof", proof));
        turn.erase();
    }

    /** Nothing more goes to this number, except what was said in this turn. */
    private static void shut(Turn turn, Instant stoppedAt) {
        turn.gate(
                GateEntry.contactKey(turn.contactId()),
                new GateEntry.ContactStopped(turn.contactId(), turn.saidId(), stoppedAt));
    }
}
