package org.carillon.rendering.radio;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;

/** Telephone numbers and codes, said one sign at a time, with a pause between groups. */
record SpokenNumber(Catalogue catalogue, String language) {
    private static final int GROUP = 3;

    /** A number or code as written, its groups separated by whatever is neither letter nor digit. */
    String of(String written) {
        String spoken = Arrays.stream(written.split("[^\\p{L}\\p{N}]+", -1))
                .filter(group -> !group.isEmpty())
                .map(group -> group.length() > GROUP + 1 ? inThrees(group) : signs(group))
                .reduce("", this::paused);
        return written.strip().startsWith("+")
                ? catalogue.text(language, "radio.plus", Map.of()) + " " + spoken
                : spoken;
    }

    private String inThrees(String group) {
        int end = group.length() - GROUP <= 1 ? group.length() : GROUP;
        return end == group.length()
                ? signs(group)
                : paused(signs(group.substring(0, end)), inThrees(group.substring(end)));
    }

    private String signs(String group) {
        return group.codePoints().mapToObj(this::sign).collect(Collectors.joining(" "));
    }

    /** In words where the script runs from right to left: single figures would change places on the page. */
    private String sign(int c) {
        return Character.isDigit(c) && rightToLeft() ? digits().get(Character.digit(c, 10)) : Character.toString(c);
    }

    private List<String> digits() {
        return List.of(catalogue.text(language, "radio.digits", Map.of()).split(" ", -1));
    }

    private boolean rightToLeft() {
        return catalogue.language(language).map(Language::rightToLeft).orElse(false);
    }

    private String paused(String before, String after) {
        return before.isEmpty()
                ? after
                : SpokenText.joined(before + catalogue.text(language, "radio.pause", Map.of()), after);
    }
}
