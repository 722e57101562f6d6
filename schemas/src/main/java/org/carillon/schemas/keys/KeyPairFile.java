package org.carillon.schemas.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/**
 * Makes pairs of one kind that sign and never agree on keys, and keeps them in a file of the ring.
 *
 * @param algorithm of {@link KeyFactory} and {@link KeyPairGenerator}
 */
record KeyPairFile(String algorithm, AlgorithmParameterSpec parameters) {
    /** By which push services know this installation (RFC 8292): P-256. */
    static final KeyPairFile VAPID = new KeyPairFile("EC", new ECGenParameterSpec("secp256r1"));

    /** Signs the heads of the transparency log: Ed25519 (RFC 8032). */
    static final KeyPairFile LOG = new KeyPairFile("EdDSA", NamedParameterSpec.ED25519);

    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";

    Map<String, String> generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()),
                    PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new KeyRingException("this Java cannot make a key for " + algorithm, e);
        }
    }

    KeyPair of(Path path, KeyFile file) {
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm);
            Base64.Decoder base64 = Base64.getDecoder();
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(file.get(path, PUBLIC)))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(file.get(path, PRIVATE)))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw KeyFile.damaged(path, "its key pair cannot be read");
        }
    }
}
