package org.carillon.ingest.signature;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.schemas.city.PinnedKey;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.SigningIdentity;

/** A signing key of a real ring, made once: that takes a second. Its certificate is of the day of the test, for tools that look at the clock. */
public final class TestIdentity {
    public static final SigningIdentity HUB = make();

    private TestIdentity() {}

    /** The key as somebody pins it, in a certificate of the year 2026. */
    public static PinnedKey pinned() {
        return new PinnedKey(
                "CN=Hub",
                HUB.certificate().getPublicKey(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"));
    }

    private static SigningIdentity make() {
        try {
            Path folder = Files.createTempDirectory("carillon-ring");
            try {
                return KeyRing.open(folder, List.of(), Clock.systemUTC()).signingKeys("Hub").current();
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
