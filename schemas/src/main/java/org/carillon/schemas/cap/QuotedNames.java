package org.carillon.schemas.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names with spaces between them; a name that has a space in it stands in double quotes (addresses, incidents). */
public final class QuotedNames {

    private static final Pattern NAME = Pattern.compile("\"([^\"]*+)\"|\\S++");

    private QuotedNames() {}

    /** The names, without their quotes. */
    public static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            names.add(quoted == null ? matcher.group() : quoted);
        }
        return List.copyOf(names);
    }

    /** Whether every quote that opens also closes. */
    public static boolean isBalanced(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    /** The names as one text; no name may have a double quote in it. */
    public static String join(List<String> names) {
        return names.stream().map(QuotedNames::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String name) {
        if (name.indexOf('"') >= 0) {
            throw new IllegalArgumentException("CAP has no way to write a double quote inside a name");
        }
        return name.isEmpty() || name.chars().anyMatch(Character::isWhitespace) ? '"' + name + '"' : name;
    }
}
