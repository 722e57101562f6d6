package org.carillon.schemas.transparency.merkle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash of a leaf, of a node or of a whole tree (RFC 9162, 2.1.1, with SHA-256); lower-case hex in JSON. */
public final class TreeHash {
    /** Length of every hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final MessageDigest UNUSED = unused();

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** The root of a tree without entries. */
    public static TreeHash empty() {
        return new TreeHash(sha256().digest());
    }

    /** Of an entry, exactly as its bytes are. */
    public static TreeHash leaf(byte[] entry) {
        MessageDigest sha = sha256();
        sha.update(LEAF);
        return new TreeHash(sha.digest(entry));
    }

    /** Of the two halves of a tree. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        MessageDigest sha = sha256();
        sha.update(NODE);
        sha.update(left.bytes);
        return new TreeHash(sha.digest(right.bytes));
    }

    public static TreeHash ofBytes(byte[] bytes) {
        return new TreeHash(bytes.clone());
    }

    /**
     * Reads {@link #hex()}.
     *
     * @throws IllegalArgumentException if it is not the hex of a hash
     */
    @JsonCreator
    public static TreeHash ofHex(String hex) {
        return new TreeHash(HexFormat.of().parseHex(hex));
    }

    /**
     * Reads {@link #base64()}.
     *
     * @throws IllegalArgumentException if it is not the base64 of a hash
     */
    public static TreeHash ofBase64(String base64) {
        return new TreeHash(Base64.getDecoder().decode(base64));
    }

    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Without a copy, for those who keep many. */
    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, BYTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    /** A copy costs a fraction of what finding the algorithm costs, and a tree asks for many. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
