package org.carillon.hub.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.carillon.hub.config.ConfigKey;
import org.carillon.hub.config.Endpoint;
import org.carillon.hub.config.StartProblems;

/** Looks, before anything is started, for what would make it fail. Keys that are known to be wrong are left out. */
public final class Preflight {
    /** What lies in these folders is nobody else's business. */
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final StartProblems problems;

    /** Notes what it finds in {@code problems}. */
    public Preflight(StartProblems problems) {
        this.problems = problems;
    }

    /** The folder can be written, or made. */
    public void writable(ConfigKey key, Path folder) {
        if (problems.concern(key)) {
            return;
        }
        try {
            if (!Files.isDirectory(folder)) {
                Path parent = folder.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(folder, OWNER_ONLY);
            }
            Files.delete(Files.createTempFile(folder, "check", null));
        } catch (IOException e) {
            problems.add(key, folder + " cannot be written (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Nobody else listens there. */
    public void free(ConfigKey key, Endpoint endpoint) {
        if (problems.concern(key) || problems.concern(ConfigKey.HTTP_PORT) || endpoint.port() == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(endpoint.address());
        } catch (IOException e) {
            problems.add(key, "cannot listen on " + endpoint + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add(key, endpoint + " is no address");
        }
    }
}
