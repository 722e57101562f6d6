package org.carillon.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.carillon.schemas.topic.Json;

/**
 * A result as it is kept.
 *
 * @param arrangement which processes there were
 * @param loadBefore load average of the machine when it began: anything but idle is noise
 * @param result every round, medians and ratios
 */
public record Report(
        String benchmark,
        Instant startedAt,
        double minutes,
        Machine machine,
        String arrangement,
        double loadBefore,
        double loadAfter,
        Object result) {
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Writes {@code benchmark-time.json} into the folder. */
    public Path writeTo(Path folder) throws IOException {
        ObjectMapper mapper = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        Path file = folder.resolve(benchmark + "-" + FILE_TIME.format(startedAt) + ".json");
        Files.createDirectories(folder);
        Files.writeString(file, mapper.writeValueAsString(this) + "\n");
        return file;
    }
}
