package org.carillon.schemas.cap.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element while it is read. */
final class OpenElement {

    private static final int LONGEST_NAME_TOLD = 40;

    private final String namespace;
    private final String name;
    private final int start;
    private final XmlPosition position;
    private final int contentStart;
    private final List<String> attributes;
    private final Map<String, String> namespaces;
    private final StringBuilder text = new StringBuilder();
    private final List<OpenElement> children = new ArrayList<>();
    private int end;

    OpenElement(XMLStreamReader stream, int start, XmlPosition position, int contentStart) {
        this.namespace = orEmpty(stream.getNamespaceURI());
        this.name = stream.getLocalName();
        this.start = start;
        this.position = position;
        this.contentStart = contentStart;
        this.attributes = attributes(stream);
        this.namespaces = namespaces(stream);
    }

    void append(String characters) {
        text.append(characters);
    }

    void add(OpenElement child) {
        children.add(child);
    }

    void close(int endOffset) {
        end = endOffset;
    }

    XmlElement freeze(String path, String source) {
        List<XmlElement> frozen = children.isEmpty() ? List.of() : frozenChildren(path, source);
        String content = text.toString();
        boolean verbatim = children.isEmpty() && source.startsWith(content, contentStart);
        return new XmlElement(
                namespace,
                name,
                path,
                position,
                attributes,
                namespaces,
                content,
                verbatim ? contentStart : -1,
                start,
                end,
                frozen);
    }

    private List<XmlElement> frozenChildren(String path, String source) {
        Map<String, Integer> total = new HashMap<>();
        children.forEach(child -> total.merge(child.name, 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        List<XmlElement> frozen = new ArrayList<>(children.size());
        for (OpenElement child : children) {
            int number = seen.merge(child.name, 1, Integer::sum);
            String index = total.getOrDefault(child.name, 1) > 1 ? "[" + number + "]" : "";
            frozen.add(child.freeze(path + "/" + shortened(child.name) + index, source));
        }
        return frozen;
    }

    static String shortened(String name) {
        return shortened(name, LONGEST_NAME_TOLD);
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /** Schema locations may stand anywhere and mean nothing here. */
    private static List<String> attributes(XMLStreamReader stream) {
        List<String> names = new ArrayList<>(0);
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String local = stream.getAttributeLocalName(i);
            boolean location = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(stream.getAttributeNamespace(i))
                    && (local.equals("schemaLocation") || local.equals("noNamespaceSchemaLocation"));
            if (!location) {
                names.add(local);
            }
        }
        return names;
    }

    private static Map<String, String> namespaces(XMLStreamReader stream) {
        if (stream.getNamespaceCount() == 0) {
            return Map.of();
        }
        Map<String, String> declared = new HashMap<>();
        for (int i = 0; i < stream.getNamespaceCount(); i++) {
            declared.put(orEmpty(stream.getNamespacePrefix(i)), orEmpty(stream.getNamespaceURI(i)));
        }
        return declared;
    }

    /** StAX has null for "no namespace" and for the default prefix. */
    private static String orEmpty(@Nullable String nameOrNull) {
        return nameOrNull == null ? "" : nameOrNull;
    }
}
