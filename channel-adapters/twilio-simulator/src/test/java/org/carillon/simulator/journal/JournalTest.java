package org.carillon.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.carillon.simulator.message.Direction;
import org.carillon.simulator.message.Entry;
import org.carillon.simulator.message.Message;
import org.carillon.simulator.message.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void shouldGiveBackEveryKindOfEntry(@TempDir Path folder) throws Exception {
        List<Entry> entries = List.of(
                message("Hello\n\"水\" \uD83D\uDE00", 30003),
                message("", null),
                new Entry.Moved("SM1", Status.UNDELIVERED, 30003, AT),
                new Entry.Moved("SM1", Status.SENT, null, AT),
                new Entry.Redacted("SM1", AT),
                new Entry.Deleted("SM1", AT),
                new Entry.Refused(21610, AT));

        write(folder.resolve("log"), entries);

        assertThat(read(folder.resolve("log"))).isEqualTo(entries);
    }

    @Property(tries = 40)
    void shouldKeepEveryWholeLineWhereverTheFileIsCut(
            @ForAll @NotEmpty @Size(max = 6) List<@IntRange(max = 99999) Integer> codes,
            @ForAll @DoubleRange(max = 1) double cut)
            throws Exception {
        Path folder = Files.createTempDirectory("journal");
        Path log = folder.resolve("log");
        try {
            write(
                    log,
                    codes.stream()
                            .map(code -> (Entry) new Entry.Refused(code, AT))
                            .toList());
            byte[] all = Files.readAllBytes(log);
            byte[] left = Arrays.copyOf(all, (int) (all.length * cut));
            Files.write(log, left);
            long whole =
                    IntStream.range(0, left.length).filter(i -> left[i] == '\n').count();

            write(log, List.of(new Entry.Refused(1, AT)));

            assertThat(read(log)).hasSize((int) whole + 1);
        } finally {
            Files.deleteIfExists(log);
            Files.deleteIfExists(folder);
        }
    }

    @Test
    void shouldTakeNothingAfterClose(@TempDir Path folder) throws Exception {
        Journal journal = Journal.open(folder.resolve("log"), entry -> {});
        journal.close();

        assertThatThrownBy(() -> journal.append(new Entry.Refused(1, AT)).join())
                .hasCauseInstanceOf(IOException.class);
    }

    private static void write(Path log, List<Entry> entries) throws IOException {
        try (Journal journal = Journal.open(log, entry -> {})) {
            CompletableFuture.allOf(entries.stream().map(journal::append).toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static List<Entry> read(Path log) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Journal.open(log, entries::add).close();
        return entries;
    }

    private static Entry message(String body, @Nullable Integer failsWith) {
        return new Entry.Recorded(new Message(
                "SM1",
                Direction.OUTBOUND_API,
                "+1",
                "+2",
                body,
                1,
                "GSM-7",
                AT,
                "http://hub/status/1",
                null,
                failsWith));
    }
}
