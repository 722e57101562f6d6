package org.carillon.router.resident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;

/** LANG and AREA: change one preference and read it back. */
final class Preferences {
    private Preferences() {}

    static void language(Meaning.Lang lang, Turn turn) {
        String chosen = lang.chosen();
        boolean supported = chosen != null && turn.config().languages().contains(chosen);
        if (lang.unsupported() != null) {
            String nearest = supported && chosen != null ? chosen : turn.languageOr(lang.language());
            turn.say(
                    ReplyKey.LANGUAGE_UNSUPPORTED,
                    nearest,
                    List.of(),
                    List.of(),
                    Map.of("asked", lang.unsupported(), "language", nearest));
        } else if (supported && chosen != null) {
            setLanguage(chosen, lang.second(), turn);
        } else {
            turn.ask(
                    new Question.ForLanguage(turn.config().languages()),
                    ReplyKey.LANGUAGE_UNCLEAR,
                    turn.languageOr(lang.language()));
        }
    }

    static void setLanguage(String chosen, boolean second, Turn turn) {
        Optional<Subscription> there = turn.subscription();
        turn.contact(turn.contact().asked(null));
        if (there.isEmpty()) {
            turn.contact(turn.contact().speaking(chosen));
            turn.say(ReplyKey.NOT_JOINED, chosen);
            return;
        }
        Subscription old = there.get();
        String first = second ? old.language() : chosen;
        String other = second ? chosen : old.secondLanguage();
        Subscription changed = turn.subscriptions().withLanguages(old, first, first.equals(other) ? null : other);
        turn.contact(turn.contact().speaking(first));
        switch (changed.state()) {
            case ACTIVE -> turn.say(ReplyKey.LANGUAGE_CHANGED, first, List.of(), List.of(), Map.of("language", chosen));
            case PENDING -> continueSignUp(changed, turn);
        }
    }

    /** The question or the consent text again, now in the language that was asked for. */
    private static void continueSignUp(Subscription pending, Turn turn) {
        if (SignUps.awaitsYes(pending)) {
            SignUps.askConsent(pending, turn);
        } else {
            turn.ask(
                    new Question.ForArea(turn.config().districts(), AreaChoice.Mode.SET, List.of()),
                    ReplyKey.CHOOSE_AREA,
                    pending.language());
        }
    }

    static void area(Meaning.Area area, Turn turn) {
        String language = turn.languageOr(area.language());
        Optional<Subscription> there = turn.subscription();
        if (there.isEmpty()) {
            turn.say(ReplyKey.NOT_JOINED, language);
            return;
        }
        AreaChoice said = area.area();
        if (said == null) {
            unclear(turn.config().districts(), AreaChoice.Mode.SET, List.of(), language, turn);
        } else if (said.all()) {
            setArea(there.get(), said.mode(), turn.config().districts(), turn);
        } else if (!said.candidates().isEmpty()
                || turn.config().known(said.districts()).isEmpty()) {
            List<String> options = said.candidates().isEmpty() ? turn.config().districts() : said.candidates();
            unclear(options, said.mode(), said.districts(), language, turn);
        } else {
            setArea(there.get(), said.mode(), said.districts(), turn);
        }
    }

    private static void unclear(
            List<String> options, AreaChoice.Mode mode, List<String> sure, String language, Turn turn) {
        turn.ask(new Question.ForArea(options, mode, sure), ReplyKey.AREA_UNCLEAR, language);
    }

    /** Applies what was said about districts; of a sign-up it is the missing answer. */
    static void setArea(Subscription old, AreaChoice.Mode mode, List<String> said, Turn turn) {
        Set<String> next = new TreeSet<>(
                switch (mode) {
                    case SET -> List.of();
                    case ADD, REMOVE -> old.districts();
                });
        switch (mode) {
            case SET, ADD -> next.addAll(said);
            case REMOVE -> said.forEach(next::remove);
        }
        List<String> districts = turn.config().known(List.copyOf(next));
        turn.contact(turn.contact().asked(null));
        if (districts.isEmpty()) {
            turn.say(ReplyKey.AREA_LAST, old.language(), old.districts(), List.of(), Map.of());
            return;
        }
        switch (old.state()) {
            case PENDING -> SignUps.choose(old, districts, turn);
            case ACTIVE -> {
                Subscription changed = turn.subscriptions().withDistricts(old, districts);
                turn.say(ReplyKey.AREA_CHANGED, changed.language(), districts, List.of(), Map.of());
            }
        }
    }
}
