package org.carillon.simulator.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Counts what was accepted, refused and given twice. */
final class Tally {
    private static final int WINDOW_SECONDS = 10;

    private record Second(long second, int count) {}

    private final Set<String> recipients = new HashSet<>();
    private final Set<Long> given = new HashSet<>();
    private final Deque<Second> recent = new ArrayDeque<>();
    private final MessageDigest sha = sha256();
    private long accepted;
    private long refused;
    private long duplicates;
    private int peak;

    void accepted(Message message) {
        accepted++;
        recipients.add(message.to());
        if (VerificationCode.isIn(message.body()) && !given.add(fingerprint(message))) {
            duplicates++;
        }
        count(message.at().getEpochSecond());
    }

    /** A text that never arrived may be sent again: that is no duplicate. */
    void undelivered(Message message) {
        given.remove(fingerprint(message));
    }

    void refused() {
        refused++;
    }

    Stats stats(Instant now) {
        drop(now.getEpochSecond());
        int sum = recent.stream().mapToInt(Second::count).sum();
        double perSecond = recent.isEmpty()
                ? 0
                : (double) sum
                        / Math.max(1, now.getEpochSecond() - recent.getFirst().second());
        return new Stats(accepted, refused, recipients.size(), duplicates, Math.round(perSecond * 10) / 10.0, peak);
    }

    private void count(long second) {
        Second last = recent.peekLast();
        int count = 1;
        if (last != null && last.second() == second) {
            recent.removeLast();
            count = last.count() + 1;
        }
        recent.addLast(new Second(second, count));
        peak = Math.max(peak, count);
        drop(second);
    }

    private void drop(long now) {
        while (!recent.isEmpty() && recent.getFirst().second() <= now - WINDOW_SECONDS) {
            recent.removeFirst();
        }
    }

    /** Eight bytes of a hash: a million texts collide once in forty million runs, and cost 8 MB instead of 300. */
    private long fingerprint(Message message) {
        sha.update(message.to().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        return ByteBuffer.wrap(sha.digest(message.body().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
