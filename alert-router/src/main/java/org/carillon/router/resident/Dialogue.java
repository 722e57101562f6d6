package org.carillon.router.resident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;

/** Talks with residents: what stands in the book, one message and the time give what follows from it. */
final class Dialogue {
    private static final String HELP = "HELP";

    private final ResidentConfig config;
    private final ResidentBook book;

    Dialogue(ResidentConfig config, ResidentBook book) {
        this.config = config;
        this.book = book;
    }

    /** Takes a message; one that was heard before changes nothing. */
    List<ResidentEffect> receive(InboundMessage message, Instant now) {
        Contact contact = book.contact(message.contactId()).orElseGet(() -> Contact.unknown(now));
        if (contact.heard().contains(message.messageId()) || book.heard(message.messageId())) {
            return List.of();
        }
        Turn turn = new Turn(message, contact, config, book, now);
        String fallback = config.defaultLanguage();
        Optional<Meaning.Stop> stop = Reading.stop(message, turn.knownLanguage(), fallback);
        if (stop.isPresent()) {
            Departures.stop(stop.get(), turn);
        } else {
            answer(turn, fallback);
        }
        return turn.finish();
    }

    /** Erases what waited too long: sign-ups without a YES, and what is known of numbers that have nothing with us. */
    List<ResidentEffect> lookAgain(ContactId id, Instant now) {
        List<ResidentEffect> effects = new ArrayList<>();
        Optional<Contact> contact = book.contact(id);
        if (contact.isEmpty()) {
            return effects;
        }
        Subscriptions subscriptions = new Subscriptions(config, book, effects, now);
        subscriptions.all(id).stream().filter(subscriptions::isLapsed).forEach(s -> subscriptions.end(s, "no answer"));
        boolean silent =
                !now.isBefore(contact.get().lastAt().plus(config.policy().pendingKept()));
        if (silent && !contact.get().isStopped() && subscriptions.all(id).isEmpty()) {
            effects.add(new ResidentEffect.KeepContact(id, null));
        }
        return effects;
    }

    private void answer(Turn turn, String fallback) {
        Optional<Meaning> meaning = Reading.likeliest(turn.message(), turn);
        if (meaning.isEmpty()) {
            unknown(turn, fallback);
            return;
        }
        switch (meaning.get()) {
            case Meaning.Join join -> join(join, turn);
            case Meaning.Start start -> SignUps.start(start, turn);
            case Meaning.Yes yes -> unlessStopped(turn, () -> SignUps.yes(yes, turn));
            case Meaning.Lang lang -> unlessStopped(turn, () -> Preferences.language(lang, turn));
            case Meaning.Area area -> unlessStopped(turn, () -> Preferences.area(area, turn));
            case Meaning.Help help -> unlessStopped(turn, () -> help(help, turn));
            case Meaning.Choice choice -> unlessStopped(turn, () -> choice(choice, turn));
            case Meaning.Forget forget -> Departures.forget(forget, turn);
            case Meaning.Stop stop -> unknown(turn, stop.language());
        }
    }

    private static void join(Meaning.Join join, Turn turn) {
        List<Meaning> inDoubt = Reading.joinsInDoubt(turn.message(), turn.knownLanguage());
        boolean active = turn.subscription()
                .filter(s -> s.state() == Subscription.State.ACTIVE)
                .isPresent();
        if (inDoubt.isEmpty() || active) {
            SignUps.join(join, turn);
            return;
        }
        Departures.unblock(turn);
        List<String> languages = inDoubt.stream().map(Meaning::language).toList();
        turn.ask(new Question.ForWord(languages, inDoubt), ReplyKey.CHOOSE_LANGUAGE, languages.getFirst());
    }

    private static void help(Meaning.Help help, Turn turn) {
        if (!HELP.equals(turn.message().optOutType())) {
            turn.say(ReplyKey.HELP, turn.languageOr(help.language()));
        }
    }

    private static void choice(Meaning.Choice choice, Turn turn) {
        Question question = turn.contact().question();
        String language = turn.languageOr(choice.language());
        int number = choice.number();
        if (question == null) {
            turn.say(ReplyKey.UNKNOWN, language);
            return;
        }
        boolean inRange = number >= 1 && number <= question.options().size();
        switch (question) {
            case Question.ForArea area -> {
                Optional<Subscription> there = turn.subscription();
                if (there.isEmpty()) {
                    turn.contact(turn.contact().asked(null));
                    turn.say(ReplyKey.NOT_JOINED, language);
                } else if (number == 0) {
                    Preferences.setArea(there.get(), area.mode(), turn.config().districts(), turn);
                } else if (inRange) {
                    Preferences.setArea(there.get(), area.mode(), chosen(area, number), turn);
                } else {
                    turn.ask(area, areaQuestion(there.get()), language);
                }
            }
            case Question.ForLanguage languages -> {
                if (inRange) {
                    Preferences.setLanguage(languages.options().get(number - 1), false, turn);
                } else {
                    turn.ask(languages, ReplyKey.LANGUAGE_UNCLEAR, language);
                }
            }
            case Question.ForWord word -> {
                if (inRange && word.meanings().get(number - 1) instanceof Meaning.Join join) {
                    SignUps.join(join, turn);
                } else {
                    turn.ask(word, ReplyKey.CHOOSE_LANGUAGE, language);
                }
            }
        }
    }

    private static ReplyKey areaQuestion(Subscription subscription) {
        return switch (subscription.state()) {
            case PENDING -> ReplyKey.CHOOSE_AREA;
            case ACTIVE -> ReplyKey.AREA_UNCLEAR;
        };
    }

    private static List<String> chosen(Question.ForArea area, int number) {
        List<String> all = new ArrayList<>(area.sure());
        all.add(area.options().get(number - 1));
        return all;
    }

    private static void unknown(Turn turn, String fallback) {
        unlessStopped(turn, () -> turn.say(ReplyKey.UNKNOWN, turn.languageOr(fallback)));
    }

    /** A number that said STOP gets nothing, whatever it says, until it asks again. */
    private static void unlessStopped(Turn turn, Runnable answer) {
        if (!turn.contact().isStopped()) {
            answer.run();
        }
    }
}
