package org.carillon.schemas.keys;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The files of one ring in its folder, each with the ring's id in it; {@code ring.json} names what else there has to be. */
record RingFiles(RingFolder folder, String ring) {
    static final String RING_FILE = "ring.json";

    boolean has(String name) {
        return folder.has(name);
    }

    /** A file that has to be there. */
    KeyFile read(String name) {
        if (!folder.has(name)) {
            throw new KeyRingException(
                    "the key ring " + folder + " has lost its " + name + ": restore it from its backup");
        }
        KeyFile file = KeyFile.read(folder.file(name));
        if (!file.ring().equals(ring)) {
            throw new KeyRingException(folder.file(name) + " belongs to another key ring (" + file.ring() + ", not "
                    + ring + "): restore the whole folder from one backup");
        }
        return file;
    }

    void write(String name, Map<String, String> values) throws IOException {
        folder.write(name, new KeyFile(ring, values).toBytes());
    }

    /** Whether the ring once had what is noted under that name. */
    boolean isNoted(String name) {
        return read(RING_FILE).values().containsKey(name);
    }

    /** Notes that the ring has a file, so that a loss is noticed. */
    void note(String name, String file) throws IOException {
        Map<String, String> content = new HashMap<>(read(RING_FILE).values());
        if (!file.equals(content.put(name, file))) {
            write(RING_FILE, content);
        }
    }
}
