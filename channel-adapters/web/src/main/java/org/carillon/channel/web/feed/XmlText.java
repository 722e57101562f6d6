package org.carillon.channel.web.feed;

import org.jdom2.Verifier;

/** Text that XML can hold. */
final class XmlText {
    private XmlText() {}

    /** Without the characters that no XML 1.0 document may contain (control characters, lone surrogates). */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(Verifier::isXMLCharacter).forEach(out::appendCodePoint);
        return out.toString();
    }
}
