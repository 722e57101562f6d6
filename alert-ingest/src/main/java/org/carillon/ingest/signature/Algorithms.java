package org.carillon.ingest.signature;

import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;

/** The algorithms of XML-DSig that are trusted; SHA-1 and what depends on it is legacy, all else is not taken at all. */
final class Algorithms {
    static final String DIGEST = DigestMethod.SHA256;
    static final String SIGNATURE = SignatureMethod.RSA_SHA256;
    static final String CANONICAL = CanonicalizationMethod.EXCLUSIVE;

    static final Set<String> CANONICALIZATIONS = Set.of(
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.INCLUSIVE_11,
            CanonicalizationMethod.INCLUSIVE_11_WITH_COMMENTS);
    static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);
    static final Set<String> RSA_SIGNATURES = Set.of(
            SignatureMethod.RSA_SHA256,
            SignatureMethod.RSA_SHA384,
            SignatureMethod.RSA_SHA512,
            SignatureMethod.SHA256_RSA_MGF1,
            SignatureMethod.SHA384_RSA_MGF1,
            SignatureMethod.SHA512_RSA_MGF1);
    static final Set<String> EC_SIGNATURES =
            Set.of(SignatureMethod.ECDSA_SHA256, SignatureMethod.ECDSA_SHA384, SignatureMethod.ECDSA_SHA512);
    static final Set<String> LEGACY = Set.of(
            DigestMethod.SHA1,
            SignatureMethod.RSA_SHA1,
            SignatureMethod.DSA_SHA1,
            SignatureMethod.ECDSA_SHA1,
            SignatureMethod.HMAC_SHA1,
            "http://www.w3.org/2001/04/xmldsig-more#md5",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-md5");
    static final String ENVELOPED = Transform.ENVELOPED;

    private Algorithms() {}
}
