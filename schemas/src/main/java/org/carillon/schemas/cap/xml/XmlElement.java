package org.carillon.schemas.cap.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element with what is in it and where it stands.
 *
 * @param path such as /alert/info[2]/event; a number only where there are several of the name
 * @param attributes names of its attributes, without namespace declarations and schema locations
 * @param namespaces prefix to namespace as declared on this very element; "" is the default namespace
 * @param text its own characters, entities resolved, without those of its children
 * @param textStart offset in the document where {@code text} stands verbatim, or -1 if it does not
 * @param start offset of its start tag in the document
 * @param end offset behind its end tag
 */
public record XmlElement(
        String namespace,
        String name,
        String path,
        XmlPosition position,
        List<String> attributes,
        Map<String, String> namespaces,
        String text,
        int textStart,
        int start,
        int end,
        List<XmlElement> children) {

    public XmlElement {
        attributes = List.copyOf(attributes);
        namespaces = Map.copyOf(namespaces);
        children = List.copyOf(children);
    }

    public XmlElement withChildren(List<XmlElement> newChildren) {
        return new XmlElement(
                namespace, name, path, position, attributes, namespaces, text, textStart, start, end, newChildren);
    }

    public XmlElement withText(String newText) {
        return new XmlElement(
                namespace, name, path, position, attributes, namespaces, newText, textStart, start, end, children);
    }

    /** The children of that name in the namespace of this element, in their order. */
    public List<XmlElement> all(String childName) {
        List<XmlElement> found = new ArrayList<>(1);
        for (XmlElement child : children) {
            if (child.is(namespace, childName)) {
                found.add(child);
            }
        }
        return found;
    }

    public Optional<XmlElement> first(String childName) {
        for (XmlElement child : children) {
            if (child.is(namespace, childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The text of the first child of that name; empty if there is no such child. */
    public Optional<String> textOf(String childName) {
        return first(childName).map(XmlElement::text);
    }

    public boolean is(String otherNamespace, String otherName) {
        return name.equals(otherName) && namespace.equals(otherNamespace);
    }
}
