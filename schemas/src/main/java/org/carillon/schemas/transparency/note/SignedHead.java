package org.carillon.schemas.transparency.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A head of the log with its signatures, as C2SP signed-note writes them: the checkpoint, an empty line, and a line for each
 * signature.
 *
 * @param note the whole text
 */
public record SignedHead(Checkpoint checkpoint, String note) {
    private static final String SIGNED_BY = "\u2014 ";
    private static final int ID_BYTES = 4;

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException if it is no signed checkpoint
     */
    public static SignedHead parse(String note) {
        return new SignedHead(Checkpoint.parse(note.substring(0, endOfText(note))), note);
    }

    /** Whether the log with that key signed it; signatures of others beside it do not matter. */
    public boolean isSignedBy(LogKey key) {
        return checkpoint.origin().equals(key.name()) && isSignedBy(note, key);
    }

    /** Whether one of a note's signatures is that key's, whatever its text says. */
    static boolean isSignedBy(String note, LogKey key) {
        int end = endOfText(note);
        byte[] text = note.substring(0, end).getBytes(StandardCharsets.UTF_8);
        return note.substring(end + 1)
                .lines()
                .filter(line -> line.startsWith(SIGNED_BY + key.name() + ' '))
                .map(line -> line.substring(SIGNED_BY.length() + key.name().length() + 1))
                .anyMatch(signature -> verifies(key, text, signature));
    }

    static String line(LogKey key, byte[] signature) {
        byte[] both = Arrays.copyOf(key.id(), ID_BYTES + signature.length);
        System.arraycopy(signature, 0, both, ID_BYTES, signature.length);
        return SIGNED_BY + key.name() + ' ' + Base64.getEncoder().encodeToString(both) + '\n';
    }

    private static boolean verifies(LogKey key, byte[] text, String signature) {
        try {
            byte[] both = Base64.getDecoder().decode(signature);
            return both.length > ID_BYTES
                    && Arrays.equals(both, 0, ID_BYTES, key.id(), 0, ID_BYTES)
                    && key.verifies(text, Arrays.copyOfRange(both, ID_BYTES, both.length));
        } catch (IllegalArgumentException e) {
            return false; // not base64
        }
    }

    /** Behind the end of the last line that is signed. */
    private static int endOfText(String note) {
        int empty = note.lastIndexOf("\n\n");
        if (empty < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note: a text, an empty line and signatures expected");
        }
        return empty + 1;
    }
}
