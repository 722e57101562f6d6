package org.carillon.schemas.transparency.note;

import java.util.Objects;
import org.carillon.schemas.transparency.merkle.TreeHash;

/**
 * What is signed of the log: its name, its size, its root, each on a line (C2SP tlog-checkpoint). It has no time, so that a tree
 * has one head and not many.
 *
 * @param origin the log's name, which is also that of its key
 */
public record Checkpoint(String origin, long size, TreeHash root) {
    private static final int LINES = 3;

    public Checkpoint {
        Objects.requireNonNull(root, "root");
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("not a checkpoint");
        }
    }

    /** The three lines, each with its end. */
    public String text() {
        return origin + '\n' + size + '\n' + root.base64() + '\n';
    }

    /**
     * Reads {@link #text()}; lines after the third are extensions that this reader does not know.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= LINES || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint: origin, size and root expected, each on a line");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), TreeHash.ofBase64(lines[2]));
    }
}
