package org.carillon.rendering.catalogue;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A language that the hub speaks, and whether a named person has vouched for its words.
 *
 * @param tag BCP 47
 * @param name the language's own name for itself
 * @param source true for the language that the others are translated from
 * @param reviewed whether a person who speaks the language has read all of it
 * @param reviewedBy who that was; empty while nobody was
 * @param reviewedOn when that was; empty while nobody was
 */
public record Language(
        String tag,
        String name,
        boolean source,
        boolean reviewed,
        Optional<String> reviewedBy,
        Optional<LocalDate> reviewedOn) {
    /** A review needs a name and a date; without a review there is neither. */
    public Language {
        boolean named = reviewedBy.isPresent() && reviewedOn.isPresent();
        boolean unnamed = reviewedBy.isEmpty() && reviewedOn.isEmpty();
        if (!source && (reviewed ? !named : !unnamed)) {
            throw new IllegalArgumentException("language " + tag
                    + ": reviewed, reviewedBy and reviewedOn go together: all three, or false and two empty ones");
        }
    }

    /** Whether it is written from right to left. */
    public boolean rightToLeft() {
        return ULocale.forLanguageTag(tag).isRightToLeft();
    }
}
