package org.carillon.schemas.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** The key that signs what the hub publishes, and the certificate by which others check it. */
public record SigningIdentity(PrivateKey key, X509Certificate certificate) {

    /** The certificate as PEM (RFC 7468). */
    public String pem() {
        return published().pem();
    }

    /** SHA-256 of the certificate, in the spelling of openssl: {@code AB:CD:…}. */
    public String fingerprint() {
        return published().fingerprint();
    }

    /** What everybody may have of it. */
    public SigningCertificate published() {
        return new SigningCertificate(certificate);
    }

    /** Without the key, which is secret. */
    @Override
    public String toString() {
        return "SigningIdentity[" + fingerprint() + "]";
    }
}
