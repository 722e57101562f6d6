package org.carillon.hub.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.carillon.schemas.transparency.merkle.Frontier;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.Checkpoint;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.schemas.transparency.note.SignedHead;

/**
 * Reads a log from its first entry to its head and computes everything anew: each leaf, the root, the signature, the proofs, and that
 * what was seen before is still its beginning.
 */
public final class LogVerifier {
    private static final int PROOFS = 8;

    private final LogSource source;
    private final LogKey key;
    private final Optional<SeenLog> seen;
    private final ObjectMapper json = new ObjectMapper();

    public LogVerifier(LogSource source, LogKey key, Optional<SeenLog> seen) {
        this.source = source;
        this.key = key;
        this.seen = seen;
    }

    /**
     * Checks the log as it is now.
     *
     * @throws IOException if it cannot be read to its end
     */
    public LogVerdict verify() throws IOException, InterruptedException {
        SignedHead head;
        try {
            head = SignedHead.parse(source.head());
        } catch (IllegalArgumentException e) {
            return new LogVerdict.WrongHead("the head is " + e.getMessage());
        }
        if (!head.isSignedBy(key)) {
            return new LogVerdict.WrongHead("the head is not signed with the key " + key);
        }
        long size = head.checkpoint().size();
        if (seen.isPresent() && size < seen.get().size()) {
            return new LogVerdict.WrongEntry(
                    size,
                    "the log ends before it; at the last check it had "
                            + seen.get().size() + " entries");
        }
        List<TreeHash> leaves = new ArrayList<>();
        Optional<LogVerdict> wrong = read(size, leaves);
        return wrong.isPresent() ? wrong.get() : compare(head, leaves);
    }

    private Optional<LogVerdict> read(long size, List<TreeHash> leaves) throws IOException, InterruptedException {
        while (leaves.size() < size) {
            List<byte[]> page = source.entries(leaves.size());
            if (page.isEmpty()) {
                return wrong(leaves.size(), "the log ends before it, but its head has " + size + " entries");
            }
            for (byte[] entry : page) {
                int index = leaves.size();
                if (index == size) {
                    break; // it has grown since its head was read
                }
                TreeHash leaf = TreeHash.leaf(entry);
                if (seen.isPresent()
                        && index < seen.get().size()
                        && !seen.get().leaves().get(index).equals(leaf)) {
                    return wrong(index, "it is not what it was at the last check");
                }
                long says = says(entry);
                if (says != index) {
                    return wrong(index, "in its place stands one that says it is " + (says < 0 ? "none" : says));
                }
                leaves.add(leaf);
            }
        }
        return Optional.empty();
    }

    private LogVerdict compare(SignedHead head, List<TreeHash> leaves) throws IOException, InterruptedException {
        Checkpoint checkpoint = head.checkpoint();
        Frontier frontier = Frontier.EMPTY;
        for (TreeHash leaf : leaves) {
            frontier = frontier.append(leaf);
        }
        if (!frontier.root().equals(checkpoint.root())) {
            long first = firstWithoutProof(leaves, checkpoint);
            return first < leaves.size()
                    ? new LogVerdict.WrongEntry(first, "it is not the one that was signed")
                    : new LogVerdict.WrongHead("the entries are not those of the signed head");
        }
        for (long index : some(leaves.size())) {
            if (!proved(index, leaves, checkpoint)) {
                return new LogVerdict.WrongEntry(index, "the hub's proof that it is in the log does not hold");
            }
        }
        if (seen.isPresent() && !grownFrom(seen.get(), checkpoint)) {
            return new LogVerdict.WrongEntry(
                    seen.get().size(), "the hub's proof that the log begins with what was seen before does not hold");
        }
        return new LogVerdict.Sound(new SeenLog(key, head, leaves));
    }

    /** A leaf has a proof under the signed root only if it is the one that was signed. */
    private long firstWithoutProof(List<TreeHash> leaves, Checkpoint checkpoint)
            throws IOException, InterruptedException {
        for (int i = 0; i < leaves.size(); i++) {
            if (!proved(i, leaves, checkpoint)) {
                return i;
            }
        }
        return leaves.size();
    }

    private boolean proved(long index, List<TreeHash> leaves, Checkpoint checkpoint)
            throws IOException, InterruptedException {
        return source.inclusion(index, checkpoint.size()).holds(leaves.get(Math.toIntExact(index)), checkpoint.root());
    }

    private boolean grownFrom(SeenLog before, Checkpoint checkpoint) throws IOException, InterruptedException {
        return source.consistency(before.size(), checkpoint.size())
                .holds(before.head().checkpoint().root(), checkpoint.root());
    }

    /** The first, the last, and some between. */
    private static long[] some(int size) {
        return LongStream.range(0, Math.min(size, PROOFS))
                .map(i -> size <= PROOFS ? i : i * (size - 1) / (PROOFS - 1))
                .toArray();
    }

    private long says(byte[] entry) {
        try {
            return json.readTree(entry).path("index").asLong(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    private static Optional<LogVerdict> wrong(long index, String reason) {
        return Optional.of(new LogVerdict.WrongEntry(index, reason));
    }
}
