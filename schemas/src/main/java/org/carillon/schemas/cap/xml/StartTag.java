package org.carillon.schemas.cap.xml;

import java.util.Optional;

/** The attributes of one start tag of a text that the parser has found well-formed: name, equals sign, quoted value. */
final class StartTag {

    private final String text;
    private int at;

    StartTag(String text, int start) {
        this.text = text;
        this.at = start + 1;
        skip(false);
    }

    /** The value as it is written, of the first attribute with that name; ask once. */
    Optional<String> attribute(String name) {
        while (true) {
            skip(true);
            int begin = at;
            skip(false);
            if (at == begin) {
                return Optional.empty();
            }
            String found = text.substring(begin, at);
            int opening = quote(at);
            int closing = text.indexOf(text.charAt(opening), opening + 1);
            at = closing + 1;
            if (found.equals(name)) {
                return Optional.of(text.substring(opening + 1, closing));
            }
        }
    }

    private int quote(int from) {
        int i = from;
        while (text.charAt(i) != '"' && text.charAt(i) != '\'') {
            i++;
        }
        return i;
    }

    /** Moves over spaces, or over a name. */
    private void skip(boolean spaces) {
        while ((" \t\r\n".indexOf(text.charAt(at)) >= 0) == spaces && "=/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }
}
