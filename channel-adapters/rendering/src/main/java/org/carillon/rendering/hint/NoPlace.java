package org.carillon.rendering.hint;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.reading.CalendarWords;

/**
 * {@code no-place}: names no place at all. A name of the alert's districts or of the city counts, a word such as street or
 * bridge, and in scripts that have capitals a name within a sentence.
 */
final class NoPlace implements TextRule {
    static final String NAME = "no-place";
    /** A capital after a small letter or comma: what begins a sentence proves nothing. */
    private static final Pattern INNER_NAME = Pattern.compile("[\\p{Ll}\\d,] (\\p{Lu}\\p{Ll}{2,})");

    private static final int SHOWN = 3;

    private final Catalogue catalogue;

    NoPlace(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Hint> check(Written written) {
        String text = written.standard();
        if (written.wording() != Written.Wording.OWN || !written.isWhole() || names(written, text)) {
            return List.of();
        }
        List<String> examples = written.places().stream().limit(SHOWN).toList();
        return List.of(written.hint(NAME, null, "", new Matter.WithoutPlace(examples)));
    }

    private boolean names(Written written, String text) {
        String folded = fold(text);
        if (written.places().stream().anyMatch(place -> folded.contains(fold(place)))
                || catalogue.hints(written.language()).places().matcher(text).find()) {
            return true;
        }
        Set<String> calendar = CalendarWords.of(written.language());
        return INNER_NAME
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .anyMatch(name -> !calendar.contains(name));
    }

    private static String fold(String text) {
        return Normalizer2.getNFKDInstance()
                .normalize(UCharacter.foldCase(text, true))
                .replaceAll("\\p{Mn}", "");
    }
}
