package org.carillon.channel.radio.api;

/** Text in HTML and XML. */
final class Xml {
    private Xml() {}

    /** As content or attribute; characters that XML 1.0 does not have become spaces. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean isXml = c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF);
                    out.appendCodePoint(isXml && !(c >= 0xD800 && c <= 0xDFFF) ? c : ' ');
                }
            }
        });
        return out.toString();
    }
}
