package org.carillon.schemas.cap.xml;

/** What came of reading bytes as XML. */
public sealed interface XmlReading {

    /** A whole document, with the root that was asked for. */
    record Parsed(XmlDocument document) implements XmlReading {}

    /** Nothing usable; {@code message} says what is wrong and how to mend it. */
    record Refused(XmlFault fault, XmlPosition position, String message) implements XmlReading {}
}
