package org.carillon.schemas.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.carillon.schemas.yaml.Problem;

/** The mark in a data folder that says which ring has sealed it. */
final class DataMark {
    private static final String OWNER_FILE = "keyring.id";

    private final Path dataDir;
    private final Path mark;

    DataMark(Path dataDir) {
        this.dataDir = dataDir;
        this.mark = dataDir.resolve(OWNER_FILE);
    }

    /** Marks a folder that is new. */
    Optional<Problem> claim(RingFiles ring) {
        try {
            if (!Files.exists(mark)) {
                Files.createDirectories(dataDir);
                Files.writeString(mark, ring.ring());
            }
        } catch (IOException e) {
            return Optional.of(unusable(e));
        }
        return foreign(ring);
    }

    /** Says where it is another ring's. */
    Optional<Problem> foreign(RingFiles ring) {
        try {
            return !Files.exists(mark) || Files.readString(mark).strip().equals(ring.ring())
                    ? Optional.empty()
                    : Optional.of(Problem.ofFile(
                            mark.toString(),
                            "the data in " + dataDir + " was sealed with another key ring than " + ring.folder()
                                    + ": name the right one with --keys"));
        } catch (IOException e) {
            return Optional.of(unusable(e));
        }
    }

    private Problem unusable(IOException e) {
        return Problem.ofFile(
                mark.toString(),
                "cannot be read or written (" + e.getClass().getSimpleName()
                        + "): let the user that runs the hub read and write it");
    }

    /** Says where a ring lies inside the data. */
    static Optional<Problem> inside(Path dataDir, Path keysDir) {
        return real(keysDir).startsWith(real(dataDir))
                ? Optional.of(Problem.ofFile(
                        keysDir.toString(),
                        "the key ring lies inside the data folder " + dataDir
                                + ": name a folder outside it with --keys, such as " + dataDir + ".keys"))
                : Optional.empty();
    }

    /** The path with every link resolved, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null ? absolute : real(parent).resolve(name.toString());
        }
    }
}
