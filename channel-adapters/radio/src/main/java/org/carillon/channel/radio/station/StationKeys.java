package org.carillon.channel.radio.station;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.schemas.station.StationAccount;
import org.jspecify.annotations.Nullable;

/**
 * Knows a station by its key: {@code Authorization: Bearer KEY}, or {@code Basic} with its id and the key. Keys are compared by their
 * hashes, in constant time. Safe for threads.
 */
public final class StationKeys {
    private static final byte[] NOBODY = new byte[32];

    private final Map<String, StationAccount> accounts = new ConcurrentHashMap<>();

    /** Takes one record of the stations topic. */
    public void put(String id, @Nullable StationAccount account) {
        if (account == null) {
            accounts.remove(id);
        } else {
            accounts.put(id, account);
        }
    }

    /** The active station that this header names and proves to be. */
    public Optional<StationAccount> find(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String[] parts = authorization.strip().split(" +", 2);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> ofKey(parts[1].strip());
            case "basic" -> ofPair(parts[1].strip());
            default -> Optional.empty();
        };
    }

    /** All are looked at, so that the time taken says nothing about any of them. */
    private Optional<StationAccount> ofKey(String key) {
        byte[] hash = sha256(key);
        StationAccount found = null;
        for (StationAccount account : accounts.values()) {
            boolean same = MessageDigest.isEqual(hash, hash(account));
            if (same && account.active()) {
                found = account;
            }
        }
        return Optional.ofNullable(found);
    }

    private Optional<StationAccount> ofPair(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        StationAccount account = accounts.get(pair.substring(0, colon));
        boolean same =
                MessageDigest.isEqual(sha256(pair.substring(colon + 1)), account == null ? NOBODY : hash(account));
        return same && account != null && account.active() ? Optional.of(account) : Optional.empty();
    }

    private static byte[] hash(StationAccount account) {
        try {
            return HexFormat.of().parseHex(account.keyHash());
        } catch (IllegalArgumentException e) {
            // Not a hash: no key fits.
            return new byte[0];
        }
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
