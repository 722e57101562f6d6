package org.carillon.schemas.keys;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** A signing key with its certificate in their file: RSA with 3072 bits, which every implementation of XML-DSig knows. */
final class SigningKeyFile {
    private static final String ALGORITHM = "RSA";
    static final int BITS = 3072;
    static final String CERTIFICATE = "certificate";
    private static final String PRIVATE = "private";
    /** Clocks of those who check it may be behind. */
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final Duration LIFE = Duration.ofDays(3653);

    private SigningKeyFile() {}

    static Map<String, String> generate(String name, int bits, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate = SelfSignedCertificate.of(pair, name, now.minus(EARLIER), now.plus(LIFE));
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    CERTIFICATE, base64.encodeToString(certificate),
                    PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot make an RSA key", e);
        }
    }

    static SigningIdentity of(Path path, KeyFile file) {
        try {
            return new SigningIdentity(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(file.get(path, PRIVATE)))),
                    certificate(file.get(path, CERTIFICATE)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw KeyFile.damaged(path, "its key or certificate cannot be read");
        }
    }

    /** When the certificate was made. */
    static Instant madeAt(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant().plus(EARLIER);
    }

    static String text(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(new SigningCertificate(certificate).der());
    }

    static X509Certificate certificate(String text) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(text)));
    }
}
