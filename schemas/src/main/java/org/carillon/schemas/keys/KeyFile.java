package org.carillon.schemas.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file of the ring: named texts, the ring's id, and a checksum that tells damage from a wrong file. A checksum of a
 * 256-bit random key betrays nothing about it.
 *
 * @param ring id of the ring that the file belongs to
 * @param values the content by name
 */
record KeyFile(String ring, Map<String, String> values) {
    private static final String RING = "ring";
    private static final String CHECK = "check";
    private static final ObjectMapper JSON = new ObjectMapper();

    KeyFile {
        values = Map.copyOf(values);
    }

    /** The value of that name, which a complete file has. */
    String get(Path file, String name) {
        String value = values.get(name);
        if (value == null) {
            throw damaged(file, "it has no \"" + name + "\"");
        }
        return value;
    }

    static KeyFile read(Path file) {
        SortedMap<String, String> content;
        try {
            content = JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            // The cause is left out: a parser's message quotes what it read, and this file holds keys.
            throw damaged(file, "it is not the JSON that the hub wrote");
        } catch (IOException e) {
            throw new KeyRingException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "): let the user that runs the hub read it",
                    e);
        }
        String check = content.remove(CHECK);
        String ring = content.get(RING);
        if (ring == null || check == null || !check.equals(checksum(content))) {
            throw damaged(file, "its checksum does not fit");
        }
        content.remove(RING);
        return new KeyFile(ring, content);
    }

    byte[] toBytes() {
        SortedMap<String, String> content = new TreeMap<>(values);
        content.put(RING, ring);
        content.put(CHECK, checksum(content));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is JSON", e);
        }
    }

    static KeyRingException damaged(Path file, String how) {
        return new KeyRingException(file + " is damaged: " + how + "; restore the key ring from its backup");
    }

    private static String checksum(SortedMap<String, String> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.forEach((name, value) -> digest.update(
                    (name + '\0' + value.length() + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, KeyedId.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without the values, which are secret. */
    @Override
    public String toString() {
        return "KeyFile[ring=" + ring + "]";
    }
}
