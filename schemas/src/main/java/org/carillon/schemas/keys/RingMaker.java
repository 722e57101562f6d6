package org.carillon.schemas.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.carillon.schemas.text.Base32;
import org.jspecify.annotations.Nullable;

/** Makes a ring, and what a ring lacks that an older program made or that knows fewer purposes. */
final class RingMaker {
    static final String CONTACT_FILE = "contact.json";
    static final String LEDGER_FILE = "ledger.json";
    static final String MANAGE_FILE = "manage.json";
    static final String VAPID_FILE = "vapid.json";
    static final String LOG_FILE = "log.json";
    static final String OFFICE_FILE = "office.json";
    static final String KEY = "key";

    private static final String PURPOSES = "purposes";
    private static final String LATER = "later";

    /** Files that older rings do not have; those that a ring has once had are named in it, so that a loss is noticed. */
    private static final List<String> LATER_FILES = List.of(MANAGE_FILE, VAPID_FILE, LOG_FILE, OFFICE_FILE);

    private static final int RING_ID_BYTES = 10;

    private RingMaker() {}

    static boolean isIncomplete(RingFolder folder, Collection<PurposeId> purposes) {
        if (!folder.has(RingFiles.RING_FILE)) {
            return true;
        }
        KeyFile ring = KeyFile.read(folder.file(RingFiles.RING_FILE));
        return !listed(ring).containsAll(purposes) || !later(ring).containsAll(LATER_FILES);
    }

    /** Writes what is missing; {@code ring.json} last, so that a ring that is there is whole. */
    static void complete(RingFolder folder, Collection<PurposeId> purposes, Clock clock) throws IOException {
        boolean exists = folder.has(RingFiles.RING_FILE);
        KeyFile known = exists ? KeyFile.read(folder.file(RingFiles.RING_FILE)) : null;
        String ring = known == null ? startNew(folder) : known.ring();
        Set<PurposeId> before = known == null ? Set.of() : listed(known);
        for (PurposeId purpose : new TreeSet<>(purposes)) {
            if (!before.contains(purpose)) {
                PurposeRing.make(folder, ring, purpose);
            }
        }
        writeLater(folder, ring, known == null ? List.of() : later(known));
        String all = union(before, purposes).stream().map(PurposeId::value).collect(Collectors.joining(","));
        String created =
                known == null ? clock.instant().toString() : known.get(folder.file(RingFiles.RING_FILE), "created");
        Map<String, String> content = new HashMap<>(known == null ? Map.of() : known.values());
        content.putAll(Map.of(PURPOSES, all, "created", created, LATER, String.join(",", LATER_FILES)));
        folder.write(RingFiles.RING_FILE, new KeyFile(ring, content).toBytes());
    }

    /** Makes those that the ring never had; one that it had and that is gone stays gone, and stops the start. */
    private static void writeLater(RingFolder folder, String ring, List<String> had) throws IOException {
        Map<String, Supplier<Map<String, String>>> makers = Map.of(
                MANAGE_FILE, () -> Map.of(KEY, HashKey.generate()),
                VAPID_FILE, KeyPairFile.VAPID::generate,
                OFFICE_FILE, OfficeKeys::generate,
                LOG_FILE, KeyPairFile.LOG::generate);
        for (String name : LATER_FILES) {
            if (!folder.has(name) && !had.contains(name)) {
                folder.write(
                        name,
                        new KeyFile(
                                        ring,
                                        Objects.requireNonNull(makers.get(name)).get())
                                .toBytes());
            }
        }
    }

    private static List<String> later(KeyFile ring) {
        return List.of(ring.values().getOrDefault(LATER, "").split(","));
    }

    /** The id of a ring whose hash keys are written; takes up a start that was cut short before {@code ring.json}. */
    private static String startNew(RingFolder folder) throws IOException {
        @Nullable String begun = null;
        for (String name : List.of(CONTACT_FILE, LEDGER_FILE)) {
            if (folder.has(name)) {
                begun = KeyFile.read(folder.file(name)).ring();
            }
        }
        byte[] random = new byte[RING_ID_BYTES];
        new SecureRandom().nextBytes(random);
        String ring = begun == null ? Base32.encode(random) : begun;
        for (String name : List.of(CONTACT_FILE, LEDGER_FILE)) {
            if (!folder.has(name)) {
                folder.write(name, new KeyFile(ring, Map.of(KEY, HashKey.generate())).toBytes());
            }
        }
        return ring;
    }

    static Set<PurposeId> listed(KeyFile ring) {
        String names = ring.values().getOrDefault(PURPOSES, "");
        return Arrays.stream(names.split(","))
                .filter(PurposeId::isValid)
                .map(PurposeId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<PurposeId> union(Collection<PurposeId> some, Collection<PurposeId> others) {
        Set<PurposeId> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
