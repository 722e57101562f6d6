package org.carillon.rendering.hint;

import java.util.List;
import java.util.regex.Matcher;
import org.carillon.rendering.catalogue.Catalogue;

/** {@code severity-words}: one language speaks of danger first of all, and the other nowhere. */
final class SameGravity implements PairRule {
    static final String NAME = "severity-words";

    private final Catalogue catalogue;

    SameGravity(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Hint> check(Written first, Written other) {
        if (other.text(Field.HEADLINE).isEmpty() || first.text(Field.HEADLINE).isEmpty()) {
            return List.of();
        }
        String theirs = danger(first, first.all(Field.EVENT, Field.HEADLINE));
        String ours = danger(other, other.all(Field.EVENT, Field.HEADLINE));
        if (!theirs.isEmpty() && danger(other, other.standard()).isEmpty()) {
            return List.of(other.hint(NAME, null, theirs, new Matter.Milder(first.language(), theirs)));
        }
        if (!ours.isEmpty() && danger(first, first.standard()).isEmpty()) {
            return List.of(other.hint(NAME, null, ours, new Matter.Graver(first.language(), ours)));
        }
        return List.of();
    }

    /** The first word of danger, whole; empty where there is none. */
    private String danger(Written written, String text) {
        Matcher found = catalogue.hints(written.language()).danger().matcher(text);
        if (!found.find()) {
            return "";
        }
        int end = found.end();
        while (end < text.length()
                && Character.isLetter(text.codePointAt(end))
                && !Character.isIdeographic(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(found.start(), end);
    }
}
