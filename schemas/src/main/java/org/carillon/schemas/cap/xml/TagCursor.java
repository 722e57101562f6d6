package org.carillon.schemas.cap.xml;

/**
 * Finds the tags in the text again that the parser tells of, one by one in the same order.
 *
 * <p>The parser's own positions are those of the end of a tag, and off after some constructs. The text is known to be
 * well-formed as far as this goes: the parser has been there before.
 */
final class TagCursor {

    private final String text;
    private int at;
    private boolean emptyElement;

    TagCursor(String text) {
        this.text = text;
    }

    /** Where the first thing stands that is neither space nor comment nor processing instruction. */
    static int endOfProlog(String text) {
        int i = 0;
        while (i >= 0 && i < text.length()) {
            if (text.startsWith("<!--", i)) {
                i = behind(text, "-->", i + 4);
            } else if (text.startsWith("<?", i)) {
                i = behind(text, "?>", i + 2);
            } else if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else {
                return i;
            }
        }
        return text.length();
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    /** Moves behind the next start tag and returns where that tag begins. */
    int startTag() {
        int start = skipToTag();
        int i = start + 1;
        char quote = 0;
        while (i < text.length() && (quote != 0 || text.charAt(i) != '>')) {
            char c = text.charAt(i++);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        emptyElement = text.charAt(i - 1) == '/';
        at = Math.min(i + 1, text.length());
        return start;
    }

    /** Moves behind the next end tag and returns where that is; an empty element has its end in its start tag. */
    int endTag() {
        if (!emptyElement) {
            at = text.indexOf('>', skipToTag()) + 1;
        }
        emptyElement = false;
        return at;
    }

    /** Behind the last tag. */
    int offset() {
        return at;
    }

    private int skipToTag() {
        int i = text.indexOf('<', at);
        while (i >= 0) {
            if (text.startsWith("<!--", i)) {
                i = text.indexOf("-->", i + 4);
            } else if (text.startsWith("<![CDATA[", i)) {
                i = text.indexOf("]]>", i + 9);
            } else if (text.startsWith("<?", i)) {
                i = text.indexOf("?>", i + 2);
            } else {
                return i;
            }
            i = i < 0 ? i : text.indexOf('<', i);
        }
        throw new IllegalStateException("the parser told of a tag that is not in the text");
    }
}
