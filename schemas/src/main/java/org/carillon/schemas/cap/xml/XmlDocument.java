package org.carillon.schemas.cap.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A document that was read: its root and the text that the root came from. */
public final class XmlDocument {

    private final XmlElement root;
    private final String source;
    private final LineMap lines;
    private final XmlEncoding encoding;

    XmlDocument(XmlElement root, String source, LineMap lines, XmlEncoding encoding) {
        this.root = root;
        this.source = source;
        this.lines = lines;
        this.encoding = encoding;
    }

    /** The whole text as it was decoded, without a byte order mark; {@link XmlElement#start()} counts in it. */
    public String text() {
        return source;
    }

    /** Another text in the encoding of this document, with a byte order mark where this one has one. */
    public byte[] encode(String text) {
        return encoding.encode(text);
    }

    public XmlElement root() {
        return root;
    }

    /** Where the character {@code index} of the element's text stands, or the element if that cannot be said. */
    public XmlPosition positionInText(XmlElement element, int index) {
        return element.textStart() < 0 ? element.position() : lines.position(element.textStart() + index);
    }

    /** The value of an element's attribute without a prefix; empty where it has none of that name. */
    public Optional<String> attribute(XmlElement element, String name) {
        return new StartTag(source, element.start()).attribute(name).map(XmlDocument::unescaped);
    }

    /** Only what attributes of links and types need; the parser has seen that every reference is a right one. */
    private static String unescaped(String value) {
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#38;", "&")
                .replace("&amp;", "&");
    }

    /** A child of the root as it stands in the source, with the namespaces declared that it has from the root. */
    public String standalone(XmlElement childOfRoot) {
        return standalone(childOfRoot, List.of());
    }

    /**
     * As the other, for an element that stands deeper.
     *
     * @param between the elements between it and the root, outermost first
     */
    public String standalone(XmlElement element, List<XmlElement> between) {
        String raw = source.substring(element.start(), element.end());
        Map<String, String> inherited = new TreeMap<>(root.namespaces());
        between.forEach(parent -> inherited.putAll(parent.namespaces()));
        inherited.putIfAbsent("", "");
        inherited.keySet().removeAll(element.namespaces().keySet());
        StringBuilder declarations = new StringBuilder();
        inherited.forEach((prefix, uri) -> declarations
                .append(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"")
                .append(escaped(uri))
                .append('"'));
        return declarations.isEmpty()
                ? raw
                : new StringBuilder(raw).insert(endOfName(raw), declarations).toString();
    }

    private static int endOfName(String tag) {
        int end = 1;
        while (" \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String escaped(String uri) {
        return uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
