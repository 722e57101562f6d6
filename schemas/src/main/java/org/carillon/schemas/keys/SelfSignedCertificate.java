package org.carillon.schemas.keys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes the X.509 certificate (RFC 5280, section 4.1) that a key makes out for itself. The JDK has no public way to make one,
 * and what is needed of DER is this much.
 */
final class SelfSignedCertificate {
    private static final int LONGEST_NAME = 64;
    private static final int SERIAL_BITS = 127;
    private static final int KEY_ID_BYTES = 20;
    private static final int LAST_YEAR_OF_UTC_TIME = 2049;

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    /** sha256WithRSAEncryption, 1.2.840.113549.1.1.11, with NULL. */
    private static final byte[] SHA256_WITH_RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x0b, 0x05, 0x00
    };
    /** commonName, 2.5.4.3. */
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    /** subjectKeyIdentifier, 2.5.29.14. */
    private static final byte[] SUBJECT_KEY_ID = {0x06, 0x03, 0x55, 0x1d, 0x0e};

    private SelfSignedCertificate() {}

    /** The certificate in DER, signed with RSA and SHA-256. */
    static byte[] of(KeyPair pair, String name, Instant from, Instant until) throws GeneralSecurityException {
        byte[] subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, shortened(name)))));
        byte[] content = der(
                SEQUENCE,
                der(VERSION, der(INTEGER, new byte[] {2})),
                der(INTEGER, serial()),
                SHA256_WITH_RSA,
                subject,
                der(SEQUENCE, time(from), time(until)),
                subject,
                pair.getPublic().getEncoded(),
                der(EXTENSIONS, der(SEQUENCE, der(SEQUENCE, SUBJECT_KEY_ID, der(OCTET_STRING, keyId(pair))))));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return der(SEQUENCE, content, SHA256_WITH_RSA, der(BIT_STRING, new byte[1], signature.sign()));
    }

    private static byte[] shortened(String name) {
        String cut = name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME) - 1));
        return cut.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] serial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom())
                .setBit(SERIAL_BITS - 1)
                .toByteArray();
    }

    /** Any id will do that is always the same for the same key: a short SHA-256 of it (as RFC 7093, section 2). */
    private static byte[] keyId(KeyPair pair) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        return der(OCTET_STRING, Arrays.copyOf(hash, KEY_ID_BYTES));
    }

    private static byte[] time(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        boolean isShort = utc.getYear() <= LAST_YEAR_OF_UTC_TIME;
        String text = DateTimeFormatter.ofPattern(isShort ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'")
                .format(utc);
        return der(isShort ? UTC_TIME : GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(content.size(), out);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void writeLength(int length, ByteArrayOutputStream out) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] bytes = BigInteger.valueOf(length).toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        out.write(0x80 | (bytes.length - start));
        out.write(bytes, start, bytes.length - start);
    }
}
