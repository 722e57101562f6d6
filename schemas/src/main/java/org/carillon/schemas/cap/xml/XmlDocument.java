package org.carillon.schemas.cap.xml;

import java.util.Map;
import java.util.TreeMap;

/** A document that was read: its root and the text that the root came from. */
public final class XmlDocument {

    private final XmlElement root;
    private final String source;
    private final LineMap lines;

    XmlDocument(XmlElement root, String source, LineMap lines) {
        this.root = root;
        this.source = source;
        this.lines = lines;
    }

    public XmlElement root() {
        return root;
    }

    /** Where the character {@code index} of the element's text stands, or the element if that cannot be said. */
    public XmlPosition positionInText(XmlElement element, int index) {
        return element.textStart() < 0 ? element.position() : lines.position(element.textStart() + index);
    }

    /** A child of the root as it stands in the source, with the namespaces declared that it has from the root. */
    public String standalone(XmlElement childOfRoot) {
        String raw = source.substring(childOfRoot.start(), childOfRoot.end());
        Map<String, String> inherited = new TreeMap<>(root.namespaces());
        inherited.putIfAbsent("", "");
        inherited.keySet().removeAll(childOfRoot.namespaces().keySet());
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
