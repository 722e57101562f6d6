package org.carillon.schemas.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** A certificate by which others check what the hub has signed. */
public record SigningCertificate(X509Certificate certificate) {

    /** As PEM (RFC 7468). */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Its SHA-256, in the spelling of openssl: {@code AB:CD:…}. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** When the pair was made. */
    public Instant madeAt() {
        return SigningKeyFile.madeAt(certificate);
    }

    byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    @Override
    public String toString() {
        return "SigningCertificate[" + fingerprint() + "]";
    }
}
