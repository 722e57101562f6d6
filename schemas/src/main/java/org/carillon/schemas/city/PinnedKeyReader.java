package org.carillon.schemas.city;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.schemas.yaml.ValueType;

/** Reads the certificates and public keys of senders: a file of the pack, or base64 in its place. */
final class PinnedKeyReader {
    /** As they stand in a pack; folders are not followed. */
    static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.(?:pem|crt|cer)");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (CERTIFICATE|PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int FEWEST_EC_BITS = 256;
    private static final int MOST_BYTES = 64 * 1024;

    private final Path folder;

    PinnedKeyReader(Path folder) {
        this.folder = folder;
    }

    ValueType<PinnedKey> type() {
        return new ValueType<>(
                "a certificate or public key (RSA from 2048 bits or EC from 256): the name of a PEM file of the pack, or the"
                        + " base64 of its DER",
                true,
                this::read);
    }

    private Optional<PinnedKey> read(String text) {
        String value = text.strip();
        try {
            return FILE.matcher(value).matches() ? ofFile(folder.resolve(value)) : ofText(value);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<PinnedKey> ofFile(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return pem.find() ? ofText(pem.group(2)) : ofDer(bytes);
    }

    private static Optional<PinnedKey> ofText(String text) {
        Matcher pem = PEM.matcher(text);
        try {
            return ofDer(Base64.getDecoder().decode((pem.find() ? pem.group(2) : text).replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PinnedKey> ofDer(byte[] der) {
        return certificate(der).or(() -> publicKey(der)).filter(pinned -> isStrong(pinned.key()));
    }

    private static Optional<PinnedKey> certificate(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return Optional.of(new PinnedKey(
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getPublicKey(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant()));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static Optional<PinnedKey> publicKey(byte[] der) {
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
                return Optional.of(new PinnedKey("SHA256:" + HexFormat.of().formatHex(hash), key, null, null));
            } catch (GeneralSecurityException e) {
                // not of this kind
            }
        }
        return Optional.empty();
    }

    private static boolean isStrong(PublicKey key) {
        return (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= FEWEST_RSA_BITS)
                || (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= FEWEST_EC_BITS);
    }
}
