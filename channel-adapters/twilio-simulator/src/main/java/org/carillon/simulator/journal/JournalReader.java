package org.carillon.simulator.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.carillon.simulator.account.PrivateFiles;
import org.carillon.simulator.message.Entry;

/** Reads a journal back and finds where its last whole line ends. */
final class JournalReader {
    private JournalReader() {}

    /** Where the next line belongs. */
    static long read(Path path, Consumer<Entry> replay) throws IOException {
        PrivateFiles.createIfMissing(path);
        long end = 0;
        long number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                number++;
                try {
                    replay.accept(EntryJson.read(line.toByteArray()));
                } catch (IOException e) {
                    if (in.available() == 0 && in.read() < 0) {
                        return end;
                    }
                    // Without the cause: its text would quote the line, and a line holds somebody's message.
                    throw new IOException("line " + number + " of " + path + " is damaged");
                }
                end += line.size() + 1;
                line.reset();
            }
        }
        return end;
    }
}
