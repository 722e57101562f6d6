package org.carillon.schemas.cap.codec;

import org.jspecify.annotations.Nullable;

/** Indented XML 1.0 as it grows. */
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** A start tag; {@code tag} may have attributes behind its name. */
    void open(String tag) {
        indent().append('<').append(tag).append(">\n");
        depth++;
    }

    void close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
    }

    /** An element with a text, or nothing if there is none. */
    void text(String name, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.isEmpty()) {
            indent().append('<').append(name).append("/>\n");
            return;
        }
        indent().append('<').append(name).append('>');
        text.codePoints().forEach(c -> escape(name, c));
        out.append("</").append(name).append(">\n");
    }

    /** An element that is XML already. */
    void verbatim(String xml) {
        indent().append(xml).append('\n');
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(depth));
    }

    private void escape(String name, int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\r' -> out.append("&#13;");
            default -> {
                if (!isXmlCharacter(c)) {
                    throw new IllegalArgumentException(
                            "<" + name + "> has a character in it that XML cannot hold: U+" + "%04X".formatted(c));
                }
                out.appendCodePoint(c);
            }
        }
    }

    private static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || (c >= 0x10000 && c <= 0x10ffff);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
