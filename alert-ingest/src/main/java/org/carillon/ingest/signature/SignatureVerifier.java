package org.carillon.ingest.signature;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.xml.XmlReading;
import org.carillon.schemas.city.PinnedKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Checks the signature in a CAP message, over the bytes as they came, against the keys that its sender is known by; keys and
 * certificates inside the message prove nothing and are not looked at. Never throws for what is in the message.
 */
public final class SignatureVerifier {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignatureVerifier.class);
    private static final String SECURE = "org.jcp.xml.dsig.secureValidation";
    private static final int MOST_SIGNATURES = 4;
    private static final List<String> NEEDED = List.of("SignedInfo", "SignatureValue");

    /**
     * Checks a message that the CAP reader has taken.
     *
     * @param pinned the sender's keys; a signature by any of them will do
     * @param sent when the certificate has to have been valid
     */
    public SignatureCheck check(byte[] message, List<PinnedKey> pinned, Instant sent) {
        if (!(CapReader.parse(message) instanceof XmlReading.Parsed parsed)) {
            return SignatureCheck.UNSIGNED;
        }
        String text = parsed.document().text();
        int signatures = signatures(text).size();
        if (signatures == 0) {
            boolean other = parsed.document().root().children().stream()
                    .anyMatch(child -> child.namespace().equals(XMLSignature.XMLNS));
            return other ? unverifiable(null, "it is not a complete XML signature") : SignatureCheck.UNSIGNED;
        }
        if (pinned.isEmpty()) {
            return unverifiable(null, "no key of this sender is known here");
        }
        return check(text, signatures, pinned, sent);
    }

    private static SignatureCheck check(String text, int signatures, List<PinnedKey> pinned, Instant sent) {
        String fault = "";
        boolean computed = false;
        for (int i = 0; i < Math.min(signatures, MOST_SIGNATURES); i++) {
            Optional<String> profile = SignatureProfile.fault(signatures(text).get(i));
            if (profile.isPresent()) {
                fault = profile.get();
                continue;
            }
            for (PinnedKey key : pinned) {
                switch (verify(signatures(text).get(i), key.key())) {
                    case FITS -> {
                        return key.isValidAt(sent)
                                ? new SignatureCheck(SignatureState.VALID, key.signer(), null)
                                : unverifiable(key.signer(), "its certificate was not valid when the message was sent");
                    }
                    case DOES_NOT_FIT -> computed = true;
                    case BROKEN -> fault = "it is not a complete XML signature";
                }
            }
        }
        return computed
                ? new SignatureCheck(
                        SignatureState.INVALID,
                        null,
                        "the message was changed, or another key than the sender's signed it")
                : unverifiable(null, fault);
    }

    private static SignatureCheck unverifiable(@Nullable String signer, String detail) {
        return new SignatureCheck(SignatureState.UNVERIFIABLE, signer, detail);
    }

    private enum Fit {
        FITS,
        DOES_NOT_FIT,
        BROKEN
    }

    private static Fit verify(Element signature, PublicKey key) {
        String method = SignatureProfile.method(signature);
        boolean sameKind = (key instanceof RSAPublicKey && Algorithms.RSA_SIGNATURES.contains(method))
                || (key instanceof ECPublicKey && Algorithms.EC_SIGNATURES.contains(method));
        if (!sameKind) {
            return Fit.DOES_NOT_FIT;
        }
        dropWhatIsNotNeeded(signature);
        DOMValidateContext context = new DOMValidateContext(key, signature);
        context.setProperty(SECURE, true);
        try {
            XMLSignature unmarshalled = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            return unmarshalled.validate(context) ? Fit.FITS : Fit.DOES_NOT_FIT;
        } catch (MarshalException e) {
            return Fit.BROKEN;
        } catch (XMLSignatureException e) {
            // A signature value of the wrong length, for one.
            return Fit.DOES_NOT_FIT;
        } catch (RuntimeException e) {
            LOGGER.atWarn().addKeyValue("failure", e.getClass().getName()).log("a signature could not be computed");
            return Fit.BROKEN;
        }
    }

    /** The enveloped transform leaves the whole element out, so that nothing of this is signed; some of it is broken in real messages. */
    private static void dropWhatIsNotNeeded(Element signature) {
        for (Node child = signature.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            boolean needed = child instanceof Element element
                    && XMLSignature.XMLNS.equals(element.getNamespaceURI())
                    && NEEDED.contains(element.getLocalName());
            if (!needed) {
                signature.removeChild(child);
            }
            child = next;
        }
    }

    /** Each time in a tree of its own: a computation must not see what another has changed. */
    private static List<Element> signatures(String text) {
        try {
            Document document = DomParser.parse(text);
            return SignatureProfile.children(document.getDocumentElement(), "Signature");
        } catch (SAXException e) {
            return List.of();
        }
    }
}
