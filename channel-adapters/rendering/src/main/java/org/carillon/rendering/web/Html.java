package org.carillon.rendering.web;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.carillon.rendering.check.NumberDirection;

/** Text as HTML that is well-formed XML, too: the only place where a given text meets markup. */
final class Html {
    private static final String PARAGRAPH = "\\n[ \\t]*\\n\\s*";

    private final boolean rightToLeft;

    Html(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** The text with nothing in it that a parser could take for markup; in right-to-left text numbers keep their order. */
    String text(String raw) {
        String text = clean(raw);
        if (!rightToLeft) {
            return escape(text);
        }
        StringBuilder out = new StringBuilder();
        int end = 0;
        for (NumberDirection.Place number : NumberDirection.numbers(text)) {
            out.append(escape(text.substring(end, number.start())));
            out.append(leftToRight(text.substring(number.start(), number.end())));
            end = number.end();
        }
        return out.append(escape(text.substring(end))).toString();
    }

    /** As {@link #text}; a line end stays a line end, an empty line begins a paragraph. */
    String paragraphs(String raw) {
        return Arrays.stream(clean(raw).strip().split(PARAGRAPH))
                .map(paragraph -> "<p>" + text(paragraph).replace("\n", "<br/>\n") + "</p>\n")
                .collect(Collectors.joining());
    }

    /** What is typed or dialled: from left to right wherever it stands. */
    static String leftToRight(String raw) {
        return "<bdi dir=\"ltr\">" + escape(raw) + "</bdi>";
    }

    /** In NFC, with LF line ends, without what neither HTML nor XML can hold. */
    static String clean(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (isCharacter(c)) {
                out.appendCodePoint(c);
            }
        });
        return Normalizer2.getNFCInstance().normalize(out);
    }

    private static boolean isCharacter(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !surrogate && !noncharacter;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
