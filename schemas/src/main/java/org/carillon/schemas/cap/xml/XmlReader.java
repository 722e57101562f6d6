package org.carillon.schemas.cap.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads bytes that nobody vouches for: no document type, no entity beyond the five of XML, everything bounded. */
public final class XmlReader {

    private final XmlLimits limits;
    private final String namespace;
    private final String rootName;

    /** To make one takes as long as to read a short message. */
    private final Queue<XMLInputFactory> idle = new ConcurrentLinkedQueue<>();

    /** A reader of documents whose root is {@code rootName} in {@code namespace}. */
    public XmlReader(XmlLimits limits, String namespace, String rootName) {
        this.limits = limits;
        this.namespace = namespace;
        this.rootName = rootName;
    }

    public XmlReading read(byte[] bytes) {
        try {
            if (bytes.length > limits.bytes()) {
                throw new XmlRefusal(
                        XmlFault.TOO_LARGE,
                        XmlPosition.START,
                        "The document has " + bytes.length + " bytes, more than the " + limits.bytes()
                                + " that are taken: refer to large resources by uri.");
            }
            XmlDecoder.Decoded decoded = XmlDecoder.decode(bytes);
            String text = decoded.text();
            LineMap lines = new LineMap(text);
            refuseDocumentType(text, lines);
            byte[] mark = Arrays.copyOf(bytes, decoded.mark());
            return new XmlReading.Parsed(
                    new XmlDocument(parse(text, lines), text, lines, new XmlEncoding(decoded.charset(), mark)));
        } catch (XmlRefusal refusal) {
            return refusal.toReading();
        }
    }

    private static void refuseDocumentType(String text, LineMap lines) throws XmlRefusal {
        int at = TagCursor.endOfProlog(text);
        if (text.startsWith("<!DOCTYPE", at)) {
            throw new XmlRefusal(
                    XmlFault.DTD,
                    lines.position(at),
                    "A document type declaration (DOCTYPE) is never read: leave it out, CAP has none.");
        }
    }

    private XmlElement parse(String text, LineMap lines) throws XmlRefusal {
        XMLInputFactory mine = idle.poll();
        XMLInputFactory factory = mine == null ? factory() : mine;
        try {
            XMLStreamReader stream = factory.createXMLStreamReader(new StringReader(text));
            try {
                return elements(stream, text, lines);
            } finally {
                stream.close();
            }
        } catch (XMLStreamException e) {
            throw new XmlRefusal(XmlFault.NOT_WELL_FORMED, position(e), "Not well-formed XML: " + reason(e));
        } finally {
            idle.add(factory);
        }
    }

    private XmlElement elements(XMLStreamReader stream, String text, LineMap lines)
            throws XMLStreamException, XmlRefusal {
        TagCursor tags = new TagCursor(text);
        Deque<OpenElement> open = new ArrayDeque<>();
        List<OpenElement> closed = new ArrayList<>(1);
        int count = 0;
        while (stream.hasNext()) {
            switch (stream.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    int start = tags.startTag();
                    XmlPosition position = lines.position(start);
                    if (open.isEmpty()) {
                        checkRoot(stream, position);
                    }
                    checkBounds(open.size() + 1, ++count, position);
                    open.push(new OpenElement(stream, start, position, tags.offset()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.element().append(stream.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    OpenElement element = open.pop();
                    element.close(tags.endTag());
                    if (open.isEmpty()) {
                        closed.add(element);
                    } else {
                        open.element().add(element);
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw new XmlRefusal(
                            XmlFault.NOT_WELL_FORMED,
                            lines.position(Math.min(tags.offset(), text.length())),
                            "An entity that XML itself does not define: write the character, or its number as &#n;.");
                default -> {
                    // Comments and processing instructions say nothing in CAP.
                }
            }
        }
        return closed.getFirst().freeze("/" + rootName, text);
    }

    private void checkRoot(XMLStreamReader stream, XmlPosition position) throws XmlRefusal {
        String found = stream.getNamespaceURI() == null ? "" : stream.getNamespaceURI();
        if (!found.equals(namespace)) {
            throw new XmlRefusal(
                    XmlFault.WRONG_NAMESPACE,
                    position,
                    "The root element <" + OpenElement.shortened(stream.getLocalName()) + "> is in "
                            + (found.isEmpty() ? "no namespace" : "namespace " + OpenElement.shortened(found))
                            + ": it must be <" + rootName + "> in " + namespace + ".");
        }
        if (!stream.getLocalName().equals(rootName)) {
            throw new XmlRefusal(
                    XmlFault.WRONG_ROOT,
                    position,
                    "The root element is <" + OpenElement.shortened(stream.getLocalName()) + ">: it must be <"
                            + rootName + ">.");
        }
    }

    private void checkBounds(int depth, int count, XmlPosition position) throws XmlRefusal {
        if (depth > limits.depth()) {
            throw new XmlRefusal(
                    XmlFault.TOO_DEEP, position, "More than " + limits.depth() + " elements within each other.");
        }
        if (count > limits.elements()) {
            throw new XmlRefusal(XmlFault.TOO_MANY_ELEMENTS, position, "More than " + limits.elements() + " elements.");
        }
    }

    /** The JDK's own parser, whatever else is on the class path; a factory is not safe for use by several threads. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("nothing outside the document is ever read");
        });
        return factory;
    }

    private static XmlPosition position(XMLStreamException e) {
        return e.getLocation() == null || e.getLocation().getLineNumber() < 1
                ? XmlPosition.START
                : new XmlPosition(
                        e.getLocation().getLineNumber(),
                        Math.max(1, e.getLocation().getColumnNumber()));
    }

    /** The parser's complaint without the position, which is told beside it. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("\nMessage: ");
        return OpenElement.shortened(at < 0 ? message : message.substring(at + "\nMessage: ".length()), 300);
    }
}
