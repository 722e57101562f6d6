package org.carillon.ingest.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.carillon.schemas.text.Base32;

/**
 * Makes and checks what proves who somebody is: passwords as Argon2id (RFC 9106) in PHC string format, tokens of 256 random bits as
 * SHA-256.
 */
public final class Secrets {
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random;
    private final Cost cost;

    public Secrets(SecureRandom random) {
        this(random, Cost.RECOMMENDED);
    }

    public Secrets(SecureRandom random, Cost cost) {
        this.random = random;
        this.cost = cost;
    }

    /** What a password costs to try: 64 MiB and a third of a second on two cores, as RFC 9106, 4 recommends second. */
    public record Cost(int memoryKib, int passes, int lanes) {
        public static final Cost RECOMMENDED = new Cost(64 * 1024, 3, 4);
    }

    /** A new bearer token; it is shown once and kept only as {@link #tokenHash}. */
    public String newToken() {
        return "crl_" + base64(bytes(32));
    }

    /** A new password that a person can type: 20 letters and digits without look-alikes in groups of five. */
    public String newPassword() {
        String alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                out.append('-');
            }
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }

    /** New recovery codes: 80 random bits each, as 16 letters and digits in groups of four. */
    public List<String> newRecoveryCodes(int count) {
        return Stream.generate(() -> Base32.crockford(bytes(10), 0, 10))
                .limit(count)
                .map(code -> code.replaceAll("(.{4})(?=.)", "$1-"))
                .toList();
    }

    /** Hex SHA-256 of a recovery code, however it was typed. */
    public static String recoveryHash(String code) {
        return tokenHash(code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** Random bytes, as for the secret of an authenticator app. */
    public byte[] newSecret(int count) {
        return bytes(count);
    }

    /** Hex SHA-256 of a token: enough for 256 random bits. */
    public static String tokenHash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String passwordHash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        byte[] hash = argon2(password, salt, cost.memoryKib(), cost.passes(), cost.lanes());
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$" + phc(salt)
                + "$" + phc(hash);
    }

    /** Whether the password is the one that was hashed; takes as long for a wrong one. */
    public static boolean passwordMatches(String password, String phc) {
        Matcher m = PHC.matcher(phc);
        if (!m.matches()) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(m.group(5));
        byte[] hash = argon2(
                password,
                Base64.getDecoder().decode(m.group(4)),
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)));
        return MessageDigest.isEqual(expected, hash);
    }

    private static byte[] argon2(String password, byte[] salt, int memoryKib, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.toCharArray(), hash);
        return hash;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The PHC string format has the alphabet of RFC 4648, section 4, without padding. */
    private static String phc(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
