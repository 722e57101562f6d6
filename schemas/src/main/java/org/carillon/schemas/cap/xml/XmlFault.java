package org.carillon.schemas.cap.xml;

/** Why bytes are not read any further; the names are what people and machines are told. */
public enum XmlFault {
    /** More bytes than are taken at all. */
    TOO_LARGE,
    /** An encoding or XML version other than those that are taken. */
    UNSUPPORTED_XML,
    /** Not XML, or bytes that are wrong in its encoding. */
    NOT_WELL_FORMED,
    /** A document type declaration: never read, whatever it says. */
    DTD,
    TOO_DEEP,
    TOO_MANY_ELEMENTS,
    WRONG_NAMESPACE,
    WRONG_ROOT
}
