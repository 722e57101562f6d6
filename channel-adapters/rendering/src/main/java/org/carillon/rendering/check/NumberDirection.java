package org.carillon.rendering.check;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of several groups that a right-to-left line shows in the wrong order: in "call 555-0134" of an Arabic
 * sentence the Unicode bidirectional algorithm puts 0134 first.
 */
public final class NumberDirection {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9A-Z]+(?:[ ()/-]+[0-9A-Z]+)+|\\+[0-9]+");

    private NumberDirection() {}

    /** The numbers and codes of a text that readers would see in another order than written. */
    public static List<String> misread(String text) {
        List<String> found = new ArrayList<>();
        boolean rightToLeft = Bidi.getBaseDirection(text) == Bidi.RTL;
        for (String line : text.split("\\R", -1)) {
            String seen = seen(line, Bidi.LEVEL_DEFAULT_LTR);
            // A line without letters takes the direction of the reader's telephone.
            String seenThere = rightToLeft ? seen(line, Bidi.LEVEL_DEFAULT_RTL) : seen;
            Matcher numbers = NUMBER.matcher(line);
            while (numbers.find()) {
                if (!seen.contains(numbers.group()) || !seenThere.contains(numbers.group())) {
                    found.add(numbers.group());
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Where in a text a number or code stands that a right-to-left line could turn round.
     *
     * @param start index of its first character
     * @param end index after its last
     */
    public record Place(int start, int end) {}

    /** The numbers and codes of several groups in a text, in its order. */
    public static List<Place> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> new Place(found.start(), found.end()))
                .toList();
    }

    private static String seen(String line, byte direction) {
        Bidi bidi = new Bidi();
        bidi.setPara(line, direction, null);
        return bidi.writeReordered(Bidi.KEEP_BASE_COMBINING);
    }
}
