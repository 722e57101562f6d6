package org.carillon.router.resident;

import java.util.List;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;

/** STOP always wins, and lasts until the number itself asks again. */
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
        turn.gate(
                GateEntry.contactKey(turn.contactId()),
                new GateEntry.ContactStopped(turn.contactId(), turn.saidId(), turn.now()));
    }

    /** The number asked for messages itself. */
    static void unblock(Turn turn) {
        if (turn.contact().isStopped()) {
            turn.contact(turn.contact().stopped(null));
            turn.gate(GateEntry.contactKey(turn.contactId()), null);
        }
    }
}
