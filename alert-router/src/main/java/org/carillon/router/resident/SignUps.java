package org.carillon.router.resident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;

/** JOIN and YES: nothing is sent until the resident has read what for, and said yes. */
final class SignUps {
    private SignUps() {}

    static void join(Meaning.Join join, Turn turn) {
        Departures.unblock(turn);
        Optional<Subscription> there = turn.subscription();
        if (there.isPresent() && there.get().state() == Subscription.State.ACTIVE) {
            turn.contact(turn.contact().asked(null));
            turn.readBack(ReplyKey.ALREADY_JOINED, there.get());
            return;
        }
        String language = supported(join.chosenLanguage() == null ? join.language() : join.chosenLanguage(), turn);
        turn.contact(turn.contact().speaking(language).asked(null));
        AreaChoice area = join.area();
        if (area == null) {
            begin(List.of(), turn.config().districts(), language, turn);
        } else if (area.all()) {
            begin(turn.config().districts(), List.of(), language, turn);
        } else {
            begin(turn.config().known(area.districts()), area.candidates(), language, turn);
        }
    }

    /** The word was understood in this language: that is the resident's, too. */
    private static String supported(String language, Turn turn) {
        return turn.config().languages().contains(language)
                ? language
                : turn.config().defaultLanguage();
    }

    private static void begin(List<String> sure, List<String> candidates, String language, Turn turn) {
        boolean clear = candidates.isEmpty() && !sure.isEmpty();
        Optional<Subscription> pending =
                turn.subscriptions().signUp(turn.message(), clear ? sure : List.of(), language);
        if (pending.isEmpty()) {
            turn.say(ReplyKey.UNKNOWN, language);
        } else if (clear) {
            askConsent(pending.get(), turn);
        } else {
            List<String> options = candidates.isEmpty() ? turn.config().districts() : candidates;
            turn.ask(new Question.ForArea(options, AreaChoice.Mode.SET, sure), ReplyKey.CHOOSE_AREA, language);
        }
    }

    /** The districts of a sign-up are chosen, or chosen anew: what is still missing is the YES. */
    static void choose(Subscription pending, List<String> districts, Turn turn) {
        askConsent(turn.subscriptions().withDistricts(pending, districts), turn);
    }

    static void askConsent(Subscription pending, Turn turn) {
        turn.contact(turn.contact().asked(null));
        turn.say(ReplyKey.CONSENT, pending.language(), pending.districts(), List.of(), Map.of());
    }

    static void yes(Meaning.Yes yes, Turn turn) {
        Optional<Subscription> pending = turn.subscription().filter(SignUps::awaitsYes);
        if (pending.isEmpty()) {
            turn.say(ReplyKey.NOTHING_PENDING, turn.languageOr(yes.language()));
            return;
        }
        turn.contact(turn.contact().asked(null));
        turn.readBack(ReplyKey.JOINED, turn.subscriptions().activate(pending.get(), turn.message()));
    }

    /** Only what was shown in full can be consented to. */
    static boolean awaitsYes(Subscription subscription) {
        return subscription.state() == Subscription.State.PENDING
                && !subscription.districts().isEmpty();
    }

    static void start(Meaning.Start start, Turn turn) {
        Departures.unblock(turn);
        String language = turn.languageOr(start.language());
        turn.contact(turn.contact().speaking(language).asked(null));
        turn.say(ReplyKey.STARTED, language);
    }
}
