package org.carillon.channel.push.browser;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one browser, and how it opens a message: RFC 8291 and 8188 with what the JDK has. */
final class BrowserKeys {
    private static final int SALT = 16;
    private static final int HEADER = SALT + 4 + 1;
    private static final int POINT = 65;
    private static final int SCALAR = 32;
    private static final byte LAST_RECORD = 2;
    private static final ECParameterSpec P256 = p256();

    private final KeyPair pair;
    private final byte[] auth = new byte[16];

    BrowserKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
        new SecureRandom().nextBytes(auth);
    }

    String p256dh() {
        return text(point(pair.getPublic()));
    }

    String auth() {
        return text(auth);
    }

    /** Opens the body of a push message of one record. */
    byte[] open(byte[] body) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = new byte[SALT];
        in.get(salt);
        int recordSize = in.getInt();
        byte[] sender = new byte[in.get() & 0xff];
        if (sender.length != POINT || recordSize < body.length - HEADER - POINT) {
            throw new GeneralSecurityException("not one record with a key on P-256");
        }
        in.get(sender);
        byte[] record = new byte[in.remaining()];
        in.get(record);

        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        byte[] info = concat(bytes("WebPush: info\0"), point(pair.getPublic()), sender);
        byte[] secret = hkdf(auth, agreement.generateSecret(), info, 32);
        byte[] key = hkdf(salt, secret, bytes("Content-Encoding: aes128gcm\0"), 16);
        byte[] nonce = hkdf(salt, secret, bytes("Content-Encoding: nonce\0"), 12);

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return unpadded(cipher.doFinal(record));
    }

    private static byte[] unpadded(byte[] padded) throws GeneralSecurityException {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != LAST_RECORD) {
            throw new GeneralSecurityException("no delimiter of a last record");
        }
        return Arrays.copyOf(padded, end);
    }

    /** One block of HKDF-SHA-256 (RFC 5869), which is all that is needed. */
    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        byte[] extracted = hmac(salt, secret);
        return Arrays.copyOf(hmac(extracted, concat(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    /** The key that 65 bytes of an uncompressed point stand for. */
    static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new GeneralSecurityException("not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + SCALAR));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + SCALAR, POINT));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256));
    }

    private static byte[] point(PublicKey key) {
        ECPoint w = ((ECPublicKey) key).getW();
        byte[] point = new byte[POINT];
        point[0] = 4;
        put(point, 1, w.getAffineX());
        put(point, 1 + SCALAR, w.getAffineY());
        return point;
    }

    private static void put(byte[] point, int at, BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = Math.max(0, bytes.length - SCALAR);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, point, at + SCALAR - length, length);
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "BrowserKeys[…]";
    }
}
