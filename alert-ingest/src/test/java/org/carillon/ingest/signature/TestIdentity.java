package org.carillon.ingest.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carillon.schemas.city.PinnedKey;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.SigningIdentity;
import org.carillon.schemas.keys.SigningKeys;

/** A signing key of a real ring, made once: that takes a second. Its certificate is of the day of the test, for tools that look at the clock. */
public final class TestIdentity {
    private static final Map<String, byte[]> RING = new TreeMap<>();

    public static final SigningIdentity HUB = make();

    private TestIdentity() {}

    /** The key as somebody pins it, in a certificate of the year 2026. */
    public static PinnedKey pinned() {
        return pinned(HUB);
    }

    /** Another one, likewise. */
    public static PinnedKey pinned(SigningIdentity key) {
        return new PinnedKey(
                "CN=Hub",
                key.certificate().getPublicKey(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    /** A copy of the ring that has this key and no other. */
    public static SigningKeys ringIn(Path folder) {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (Map.Entry<String, byte[]> file : RING.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ring of that folder, as another instance or the next start opens it. */
    public static SigningKeys open(Path folder) {
        return KeyRing.open(folder, List.of(), Clock.systemUTC()).signingKeys("Hub");
    }

    private static SigningIdentity make() {
        try {
            Path folder = Files.createTempDirectory("carillon-ring");
            SigningIdentity made = open(folder).current();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    RING.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
