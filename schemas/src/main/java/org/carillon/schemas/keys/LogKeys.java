package org.carillon.schemas.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** The pair that signs the heads of the transparency log: Ed25519 (RFC 8032). */
final class LogKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";

    private LogKeys() {}

    static Map<String, String> generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()),
                    PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot make an Ed25519 key", e);
        }
    }

    static KeyPair of(Path path, KeyFile file) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(file.get(path, PUBLIC)))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(file.get(path, PRIVATE)))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw KeyFile.damaged(path, "its key pair cannot be read");
        }
    }
}
