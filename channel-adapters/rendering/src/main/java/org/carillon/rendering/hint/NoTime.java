package org.carillon.rendering.hint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.reading.CalendarWords;

/** {@code no-time}: says neither a time nor a day nor "now". */
final class NoTime implements TextRule {
    static final String NAME = "no-time";
    private static final Pattern CLOCK = Pattern.compile(
            "\\d{1,2} ?[:h.] ?\\d{2}(?!\\d)|\\d{1,2} ?(?:[ap]\\.? ?m|h|uur|ч)(?!\\p{L})"
                    + "|\\d{1,2} ?[点點时時号日]|\\d{1,2}[/-]\\d{1,2}(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Catalogue catalogue;

    NoTime(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Hint> check(Written written) {
        String text = Digits.latin(written.standard());
        return written.wording() != Written.Wording.OWN
                        || !written.isWhole()
                        || CLOCK.matcher(text).find()
                        || catalogue
                                .hints(written.language())
                                .now()
                                .matcher(text)
                                .find()
                        || calendar(written.language()).matcher(text).find()
                ? List.of()
                : List.of(written.hint(NAME, null, "", new Matter.WithoutTime()));
    }

    private static Pattern calendar(String language) {
        return Pattern.compile(
                CalendarWords.of(language).stream().map(NoTime::whole).collect(Collectors.joining("|")));
    }

    /** Chinese writes no spaces round a word. */
    private static String whole(String word) {
        return Character.isIdeographic(word.codePointAt(0))
                ? Pattern.quote(word)
                : "(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])";
    }
}
