package org.carillon.hub.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.carillon.schemas.transparency.merkle.Frontier;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.schemas.transparency.note.SignedHead;

/**
 * A log as it was at the last check. The leaves' hashes are kept, not only the head, so that a fork is named by its first entry.
 *
 * @param key that signed the head
 */
public record SeenLog(LogKey key, SignedHead head, List<TreeHash> leaves) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public SeenLog {
        leaves = List.copyOf(leaves);
    }

    /** How many entries it had. */
    long size() {
        return leaves.size();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the file is damaged
     */
    public static SeenLog read(Path file) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(file));
        List<TreeHash> leaves = new ArrayList<>();
        Frontier frontier = Frontier.EMPTY;
        for (JsonNode leaf : json.path("leaves")) {
            TreeHash hash = TreeHash.ofHex(leaf.asText());
            leaves.add(hash);
            frontier = frontier.append(hash);
        }
        SeenLog seen = new SeenLog(
                LogKey.parse(json.path("key").asText()),
                SignedHead.parse(json.path("head").asText()),
                leaves);
        if (!seen.head.isSignedBy(seen.key)
                || seen.head.checkpoint().size() != frontier.size()
                || !seen.head.checkpoint().root().equals(frontier.root())) {
            throw new IllegalArgumentException("its leaves are not those of its head");
        }
        return seen;
    }

    /** Writes all of it, or nothing. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("key", key.toString()).put("head", head.note());
        ArrayNode hashes = json.putArray("leaves");
        leaves.forEach(leaf -> hashes.add(leaf.hex()));
        Path beside = file.toAbsolutePath().resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, json.toString());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
