package org.carillon.channel.web.transparency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.LogEntry;
import org.carillon.schemas.transparency.merkle.MerkleTree;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.schemas.transparency.note.SignedHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process knows of the log: the tree, the newest entries, and which entry has a verification code. The entries themselves
 * stay in their topic. Safe for threads; one of them adds.
 */
public final class LogView {
    private static final Logger LOGGER = LoggerFactory.getLogger(LogView.class);
    private static final int NEWEST = 20;

    private final LogKey key;
    private final MerkleTree tree = new MerkleTree();
    private final Map<VerificationCode, Long> codes = new ConcurrentHashMap<>();
    private final Deque<LogEntry> newest = new ArrayDeque<>();
    private volatile @Nullable SignedHead last;
    private volatile @Nullable SignedHead checked;

    public LogView(LogKey key) {
        this.key = key;
    }

    /**
     * Adds the next entry.
     *
     * @param leaf its bytes
     * @param note the head signed up to and including it
     * @throws IllegalArgumentException if it is not the next
     */
    public synchronized void add(String index, byte[] leaf, String note) {
        long size = tree.size();
        SignedHead head = SignedHead.parse(note);
        if (!index.equals(Long.toString(size)) || head.checkpoint().size() != size + 1) {
            throw new IllegalArgumentException("entry " + index + " of the public log comes after " + (size - 1));
        }
        read(leaf).ifPresent(this::note);
        tree.append(TreeHash.leaf(leaf));
        last = head;
    }

    public MerkleTree tree() {
        return tree;
    }

    /** The signed head of all that is here; empty where there is nothing yet. It is shown only if it is right. */
    public Optional<SignedHead> head() {
        SignedHead head = last;
        if (head == null || head.equals(checked)) {
            return Optional.ofNullable(head);
        }
        boolean right = head.isSignedBy(key)
                && tree.root(head.checkpoint().size()).equals(head.checkpoint().root());
        if (!right) {
            LOGGER.atError()
                    .addKeyValue("size", head.checkpoint().size())
                    .log("the public log's head is not that of its entries, or another key signed it");
            return Optional.empty();
        }
        checked = head;
        return Optional.of(head);
    }

    /** The newest entries that this version can read, the newest first. */
    public synchronized List<LogEntry> newest() {
        return List.copyOf(newest);
    }

    /** The entry by which the message with that code became public. */
    public OptionalLong find(VerificationCode code) {
        Long index = codes.get(code);
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    private void note(LogEntry entry) {
        newest.addFirst(entry);
        if (newest.size() > NEWEST) {
            newest.removeLast();
        }
        entry.fact().about().ifPresent(alert -> codes.putIfAbsent(alert.code(), entry.index()));
    }

    /** A kind of entry that a newer version has written is proved like any other, but not shown in words. */
    private static Optional<LogEntry> read(byte[] leaf) {
        try {
            return Optional.of(Topics.TRANSPARENCY_LOG
                    .valueSerde()
                    .deserializer()
                    .deserialize(Topics.TRANSPARENCY_LOG.name(), leaf));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
