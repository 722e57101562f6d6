package org.carillon.schemas.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/** The key that signs what the hub publishes, and the certificate by which others check it. */
public record SigningIdentity(PrivateKey key, X509Certificate certificate) {

    /** The certificate as PEM (RFC 7468). */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** SHA-256 of the certificate, in the spelling of openssl: {@code AB:CD:…}. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** Without the key, which is secret. */
    @Override
    public String toString() {
        return "SigningIdentity[" + fingerprint() + "]";
    }
}
