package org.carillon.ingest.signature;

import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.xml.XmlDocument;
import org.carillon.schemas.cap.xml.XmlElement;
import org.carillon.schemas.cap.xml.XmlReading;
import org.carillon.schemas.city.PinnedKey;
import org.carillon.schemas.keys.SigningIdentity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Puts the hub's signature into a CAP message, as its last child (CAP 1.2, section 3.3.4.1). Every other byte stays as it is, but for
 * signatures of others, which are taken out: they could not be verified, and would not be with ours beside them.
 */
public final class CapSigner {
    private static final String PREFIX = "ds";

    private final SigningIdentity identity;
    private final SignatureVerifier verifier = new SignatureVerifier();

    public CapSigner(SigningIdentity identity) {
        this.identity = identity;
    }

    /**
     * The message, signed.
     *
     * @throws IllegalArgumentException if the reader of CAP cannot read it at all
     * @throws IllegalStateException if the result does not verify: it must not be published
     */
    public byte[] sign(byte[] message) {
        if (!(CapReader.parse(message) instanceof XmlReading.Parsed parsed)) {
            throw new IllegalArgumentException("what is signed is a CAP message");
        }
        String bare = withoutSignatures(parsed.document());
        int end = endTag(parsed.document(), bare);
        byte[] signed = parsed.document().encode(bare.substring(0, end) + signature(bare) + bare.substring(end));
        PinnedKey own = new PinnedKey("hub", identity.certificate().getPublicKey(), null, null);
        if (verifier.check(signed, List.of(own), Instant.EPOCH).state() != SignatureState.VALID) {
            throw new IllegalStateException("the signature that was just made does not verify");
        }
        return signed;
    }

    private static String withoutSignatures(XmlDocument document) {
        StringBuilder text = new StringBuilder(document.text());
        List<XmlElement> signatures = document.root().children().stream()
                .filter(child -> child.namespace().equals(XMLSignature.XMLNS))
                .toList();
        for (XmlElement signature : signatures.reversed()) {
            text.delete(signature.start(), signature.end());
        }
        return text.toString();
    }

    /** Where the end tag of the root begins; what stands behind the root is as long as it was. */
    private static int endTag(XmlDocument document, String bare) {
        int behind = document.text().length() - document.root().end();
        return bare.lastIndexOf("</", bare.length() - behind - 1);
    }

    private String signature(String text) {
        try {
            Document tree = DomParser.parse(text);
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            Reference whole = factory.newReference(
                    "",
                    factory.newDigestMethod(Algorithms.DIGEST, null),
                    List.of(
                            factory.newTransform(Algorithms.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(Algorithms.CANONICAL, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(Algorithms.CANONICAL, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(Algorithms.SIGNATURE, null),
                    List.of(whole));
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(List.of(identity.certificate()))));
            DOMSignContext context = new DOMSignContext(identity.key(), tree.getDocumentElement());
            context.setDefaultNamespacePrefix(PREFIX);
            factory.newXMLSignature(info, key).sign(context);
            Element signature = SignatureProfile.children(tree.getDocumentElement(), "Signature")
                    .getLast();
            unbreakLines(signature);
            return write(signature);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | SAXException e) {
            throw new IllegalStateException("a CAP message could not be signed", e);
        }
    }

    /** The JDK breaks base64 with carriage returns, which XML has to spell as numbers; neither value is itself signed. */
    private static void unbreakLines(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                String name = String.valueOf(element.getLocalName());
                if (name.equals("SignatureValue") || name.equals("X509Certificate")) {
                    element.setTextContent(element.getTextContent().replaceAll("\\s", ""));
                } else {
                    unbreakLines(element);
                }
            }
        }
    }

    private static String write(Element element) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer identical = factory.newTransformer();
            identical.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            identical.setOutputProperty(OutputKeys.ENCODING, "US-ASCII");
            StringWriter out = new StringWriter();
            identical.transform(new DOMSource(element), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
