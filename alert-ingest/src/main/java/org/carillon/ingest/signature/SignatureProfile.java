package org.carillon.ingest.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The only kind of signature that is worth a computation: one reference, to the whole message ({@code URI=""}), the signature itself
 * taken out, nothing else chosen or changed. What signs a part, or a part that stands elsewhere, says nothing about the message.
 */
final class SignatureProfile {
    private static final int MOST_TRANSFORMS = 3;

    private SignatureProfile() {}

    /** Why the signature cannot be verified, for a person; empty where it can. */
    static Optional<String> fault(Element signature) {
        List<Element> infos = children(signature, "SignedInfo");
        if (infos.size() != 1 || children(signature, "SignatureValue").size() != 1) {
            return Optional.of("it is not a complete XML signature");
        }
        Element info = infos.getFirst();
        List<Element> references = children(info, "Reference");
        if (references.size() != 1 || !references.getFirst().hasAttribute("URI")) {
            return Optional.of("it does not sign the whole message and nothing else");
        }
        Element reference = references.getFirst();
        if (!reference.getAttribute("URI").isEmpty()) {
            return Optional.of("it signs a part of the message, or something else");
        }
        return algorithm(info, "CanonicalizationMethod", Algorithms.CANONICALIZATIONS)
                .or(() -> algorithm(info, "SignatureMethod", union()))
                .or(() -> algorithm(reference, "DigestMethod", Algorithms.DIGESTS))
                .or(() -> transforms(reference));
    }

    /** The algorithm that the signature names. */
    static String method(Element signature) {
        return children(signature, "SignedInfo").stream()
                .flatMap(info -> children(info, "SignatureMethod").stream())
                .map(method -> method.getAttribute("Algorithm"))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> transforms(Element reference) {
        List<String> transforms = children(reference, "Transforms").stream()
                .flatMap(list -> children(list, "Transform").stream())
                .map(transform -> transform.getAttribute("Algorithm"))
                .toList();
        boolean plain = !transforms.isEmpty()
                && transforms.size() <= MOST_TRANSFORMS
                && transforms.getFirst().equals(Algorithms.ENVELOPED)
                && transforms.stream().skip(1).allMatch(Algorithms.CANONICALIZATIONS::contains);
        return plain ? Optional.empty() : Optional.of("it does not sign the message as it stands");
    }

    private static Optional<String> algorithm(Element parent, String name, Set<String> known) {
        List<Element> found = children(parent, name);
        String algorithm = found.size() == 1 ? found.getFirst().getAttribute("Algorithm") : "";
        if (known.contains(algorithm)) {
            return Optional.empty();
        }
        return Optional.of(
                Algorithms.LEGACY.contains(algorithm)
                        ? "it is made with a legacy algorithm (SHA-1 or older)"
                        : "it names an algorithm that is not supported");
    }

    private static Set<String> union() {
        Set<String> all = new HashSet<>(Algorithms.RSA_SIGNATURES);
        all.addAll(Algorithms.EC_SIGNATURES);
        return all;
    }

    /** The children of that name in the namespace of signatures. */
    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && XMLSignature.XMLNS.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
