package org.carillon.rendering.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.HintWords;

/**
 * {@code capitals}: words in capital letters, which are hard to read and which a screen reader may spell. A short one by itself
 * may be a name such as WHO, and is left alone.
 */
final class Capitals implements TextRule {
    static final String NAME = "capitals";
    private static final String WORD = "(?<![\\p{L}\\p{M}\\d])\\p{Lu}[\\p{Lu}\\p{M}’'-]+(?![\\p{L}\\p{M}\\d])";
    private static final Pattern RUN = Pattern.compile(WORD + "(?:[ \\t]+" + WORD + ")*");
    /** In capitals that many letters are hardly the name of an authority. */
    private static final int LONG = 6;

    private final Catalogue catalogue;

    Capitals(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Hint> check(Written written) {
        List<Hint> hints = new ArrayList<>();
        HintWords words = catalogue.hints(written.language());
        for (Field field : Field.values()) {
            List<String> found = new ArrayList<>();
            Matcher runs = RUN.matcher(without(written.places(), written.text(field)));
            while (runs.find()) {
                if (isShouted(runs.group(), words)) {
                    found.add(runs.group());
                }
            }
            if (!found.isEmpty()) {
                hints.add(written.hint(NAME, field, String.join(", ", found), new Matter.InCapitals()));
            }
        }
        return hints;
    }

    private static boolean isShouted(String run, HintWords words) {
        String[] parts = run.split("\\s+", -1);
        long letters = run.codePoints().filter(Character::isLetter).count();
        if (parts.length == 1) {
            return letters >= LONG
                    || (letters > 2
                            && (words.now().matcher(run).matches()
                                    || words.danger().matcher(run).matches()));
        }
        // "A B" is a list of entrances, not a shout.
        return letters >= LONG;
    }

    private static String without(List<String> names, String text) {
        String rest = text;
        for (String name : names) {
            rest = rest.replace(name, ",");
        }
        return rest;
    }
}
