package org.carillon.router.resident;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.Meaning;
import org.jspecify.annotations.Nullable;

/** Chooses what a message means: in the resident's language first, then as an answer, then what is likeliest. */
final class Reading {
    private static final String STOP = "STOP";

    private Reading() {}

    /** The stop that it surely is: an unmistakable word, nothing but the word, the resident's own language, or the provider's. */
    static Optional<Meaning.Stop> stop(InboundMessage message, @Nullable String language, String fallback) {
        Optional<Meaning.Stop> said = message.meanings().stream()
                .filter(Meaning.Stop.class::isInstance)
                .map(Meaning.Stop.class::cast)
                .filter(stop -> stop.unmistakable()
                        || stop.wholeMessage()
                        || stop.language().equals(language))
                .min(Comparator.comparing(stop -> !stop.language().equals(language)));
        boolean byProvider = STOP.equals(message.optOutType());
        return said.isEmpty() && byProvider ? Optional.of(new Meaning.Stop(fallback, true, true)) : said;
    }

    /** What it means when it is no stop; empty where nothing was understood. */
    static Optional<Meaning> likeliest(InboundMessage message, Turn turn) {
        String language = turn.knownLanguage();
        return message.meanings().stream()
                .filter(meaning -> !(meaning instanceof Meaning.Stop))
                .min(Comparator.comparing((Meaning meaning) -> !isIn(language, meaning, turn))
                        .thenComparing(meaning -> !isAnswer(meaning, turn)));
    }

    /** JOIN in each language in which it may have been said, where nothing tells which; otherwise empty. */
    static List<Meaning> joinsInDoubt(InboundMessage message, @Nullable String language) {
        List<Meaning.Join> joins = message.meanings().stream()
                .filter(Meaning.Join.class::isInstance)
                .map(Meaning.Join.class::cast)
                .toList();
        boolean told =
                joins.stream().anyMatch(join -> join.language().equals(language) || join.chosenLanguage() != null);
        long languages = joins.stream().map(Meaning.Join::language).distinct().count();
        return told || languages < 2 ? List.of() : firstOfEachLanguage(joins);
    }

    private static List<Meaning> firstOfEachLanguage(List<Meaning.Join> joins) {
        return joins.stream()
                .map(Meaning.Join::language)
                .distinct()
                .map(language -> (Meaning) joins.stream()
                        .filter(join -> join.language().equals(language))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** A number that answers a question belongs to every language. */
    private static boolean isIn(@Nullable String language, Meaning meaning, Turn turn) {
        return meaning instanceof Meaning.Choice
                ? turn.contact().question() != null
                : meaning.language().equals(language);
    }

    private static boolean isAnswer(Meaning meaning, Turn turn) {
        return switch (meaning) {
            case Meaning.Choice choice -> turn.contact().question() != null;
            case Meaning.Yes yes ->
                turn.subscription().filter(SignUps::awaitsYes).isPresent();
            case Meaning.Join join -> false;
            case Meaning.Stop stop -> false;
            case Meaning.Start start -> false;
            case Meaning.Lang lang -> false;
            case Meaning.Area area -> false;
            case Meaning.Help help -> false;
            case Meaning.Forget forget -> false;
        };
    }
}
