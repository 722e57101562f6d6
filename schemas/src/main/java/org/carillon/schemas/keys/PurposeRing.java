package org.carillon.schemas.keys;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of all purposes, until the sunset of each. */
final class PurposeRing {
    private final RingFiles files;
    private final Clock clock;
    private final Map<PurposeId, PurposeKeys> purposes = new ConcurrentHashMap<>();
    private final Set<PurposeId> ended = ConcurrentHashMap.newKeySet();

    PurposeRing(RingFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    void load(PurposeId purpose) throws IOException {
        if (files.has(endedFile(purpose))) {
            ended.add(purpose);
            files.folder().wipe(file(purpose));
        } else {
            purposes.put(
                    purpose, PurposeKeys.of(files.folder().file(file(purpose)), files.read(file(purpose)), purpose));
        }
    }

    /** The keys of a purpose that has not ended. */
    PurposeKeys keys(PurposeId purpose) {
        PurposeKeys keys = purposes.get(purpose);
        if (keys != null) {
            return keys;
        }
        throw ended.contains(purpose)
                ? new PurposeEndedException(purpose)
                : new KeyRingException("the key ring " + files.folder() + " knows no purpose " + purpose);
    }

    /** Those whose keys are there, in alphabetical order. */
    List<PurposeId> all() {
        return purposes.keySet().stream().sorted().toList();
    }

    boolean isEnded(PurposeId purpose) {
        return ended.contains(purpose);
    }

    void destroy(PurposeId purpose) {
        ended.add(purpose);
        purposes.remove(purpose);
        try {
            files.folder().change(() -> end(purpose));
        } catch (IOException e) {
            throw new KeyRingException(
                    "cannot destroy the keys of purpose " + purpose + " in " + files.folder() + " ("
                            + e.getClass().getSimpleName() + "): delete " + file(purpose) + " by hand",
                    e);
        }
    }

    /** First the mark: a crash between the two must not let the next start make or use keys again. */
    private void end(PurposeId purpose) throws IOException {
        if (!files.has(endedFile(purpose))) {
            files.write(
                    endedFile(purpose),
                    Map.of("purpose", purpose.value(), "at", clock.instant().toString()));
        }
        files.folder().wipe(file(purpose));
    }

    /** Writes keys for a purpose that the ring never had. */
    static void make(RingFolder folder, String ring, PurposeId purpose) throws IOException {
        if (!folder.has(endedFile(purpose)) && !folder.has(file(purpose))) {
            folder.write(file(purpose), PurposeKeys.generate(ring, purpose).toBytes());
        }
    }

    private static String file(PurposeId purpose) {
        return "purpose-" + purpose + ".json";
    }

    private static String endedFile(PurposeId purpose) {
        return "ended-" + purpose + ".json";
    }
}
