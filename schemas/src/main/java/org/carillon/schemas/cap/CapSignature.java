package org.carillon.schemas.cap;

/**
 * An element of the XML-Signature namespace that stands after the infos, as text.
 *
 * <p>The text can stand alone: namespaces that it inherited are declared in it. It shows what was signed by whom; to
 * verify a signature take the original bytes, never this.
 */
public record CapSignature(String xml) {

    /** The namespace that every such element is in. */
    public static final String NAMESPACE = "http://www.w3.org/2000/09/xmldsig#";

    @Override
    public String toString() {
        return "CapSignature[" + xml.length() + " characters]";
    }
}
