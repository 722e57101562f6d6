package org.carillon.hub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** {@code DIR/demo.json}: where a running demo is and how to sign in; readable by its owner alone. */
public record DemoFile(
        String baseUrl,
        String managementUrl,
        String simulatorUrl,
        String hubNumber,
        Twilio twilio,
        String publicWebhookBase,
        Map<String, Officer> officers,
        List<StationKey> stations,
        List<String> languages,
        List<Area> areas,
        String purpose,
        List<String> topics,
        String emergencyNumber,
        String keys) {
    private static final String NAME = "demo.json";

    /** The account at the simulator. */
    public record Twilio(String accountSid, String authToken) {}

    /**
     * One account of the demo.
     *
     * @param totpSecret of its authenticator app, in base32: the console asks for the code after the password
     */
    public record Officer(
            String user,
            String password,
            String token,
            @Nullable String totpSecret) {}

    /** One station and its key. */
    public record StationKey(String id, String key, List<String> languages, List<String> areas) {}

    /** One district. */
    public record Area(String code, Map<String, String> name, List<String> aliases, List<String> postcodes) {}

    /** What an earlier run left, if there was one. */
    public static Optional<DemoFile> read(Path data) {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(file.toFile(), DemoFile.class));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; remove it to get new accounts", e);
        }
    }

    /** Replaces the file in one step, so that a reader never sees half of it. */
    public void write(Path data) {
        Path file = data.resolve(NAME);
        try {
            Path fresh = Files.createTempFile(
                    data,
                    NAME,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    @Override
    public String toString() {
        return "DemoFile[" + baseUrl + ']';
    }
}
