package org.carillon.ingest.imports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.resident.Preferences;

/** Reads a city's list line by line; what is wrong with a line is said without repeating what stands there. Safe for threads. */
final class ListReader {
    /** Lines that one list may have. */
    static final int MOST_LINES = 100_000;

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_PROOF = 200;

    private final PhoneNumbers numbers = new PhoneNumbers();
    private final Wishes wishes;
    private final Clock clock;

    ListReader(CityPack city, Clock clock) {
        this.wishes = new Wishes(city);
        this.clock = clock;
    }

    /**
     * Reads all of it.
     *
     * @throws ProblemException where it is no table with the right columns
     */
    NumberList read(byte[] bytes) {
        List<Csv.Row> rows = Csv.read(bytes, MOST_LINES + 1);
        if (rows.isEmpty()) {
            throw ProblemException.unprocessable("The list is empty.", List.of());
        }
        Header header = Header.read(rows.getFirst());
        Reading reading = new Reading(header, clock.instant());
        rows.subList(1, rows.size()).forEach(reading::take);
        return new NumberList(reading.entries, reading.refused);
    }

    /** One list while it is read. */
    private final class Reading {
        private final Header header;
        private final Instant now;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();
        private final Map<E164, Integer> lines = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();

        Reading(Header header, Instant now) {
            this.header = header;
            this.now = now;
        }

        void take(Csv.Row row) {
            try {
                Entry entry = entry(row);
                Integer first = lines.putIfAbsent(entry.number(), entry.line());
                if (first != null) {
                    throw new WrongCell(
                            "CONTACT-TWICE", Column.CONTACT, "The number stands on line " + first + " already.");
                }
                entries.add(entry);
            } catch (WrongCell wrong) {
                refused.add(wrong.refusal(row.line()));
            }
        }

        private Entry entry(Csv.Row row) throws WrongCell {
            if (row.cells().size() != header.width()) {
                throw new WrongCell(
                        "CELLS",
                        null,
                        "The line has " + row.cells().size() + " cells, and the first line " + header.width() + ".");
            }
            E164 number = number(header.cell(row, Column.CONTACT));
            Preferences preferences = new Preferences(
                    wishes.languages(header.cell(row, Column.LANGUAGE)),
                    wishes.districts(header.cell(row, Column.AREAS)),
                    wishes.topics(header.cell(row, Column.TOPICS)),
                    choice(Column.LEVEL, row, Level.values(), Level::wireName, Level.SEVERE),
                    choice(
                            Column.FORMAT,
                            row,
                            ContentFormat.values(),
                            ContentFormat::wireName,
                            ContentFormat.STANDARD));
            Instant consentAt = consentAt(header.cell(row, Column.CONSENT_AT));
            String text = text(Column.CONSENT_TEXT, row, "CONSENT-TEXT", "The words that were agreed to", LONGEST_TEXT);
            String proof = text(Column.PROOF, row, "PROOF", "Where the proof of the consent is kept", LONGEST_PROOF);
            return new Entry(row.line(), number, preferences, consentAt, once(text), once(proof));
        }

        private Instant consentAt(String cell) throws WrongCell {
            Instant at;
            try {
                at = OffsetDateTime.parse(cell).toInstant();
            } catch (DateTimeException e) {
                throw new WrongCell(
                        "CONSENT-AT",
                        Column.CONSENT_AT,
                        "The time of the consent has a form like 2024-05-31T18:00:00+02:00.");
            }
            if (at.isBefore(Instant.EPOCH)) {
                throw new WrongCell("CONSENT-AT", Column.CONSENT_AT, "Nobody can have agreed so long ago.");
            }
            if (at.isAfter(now)) {
                throw new WrongCell("CONSENT-AT", Column.CONSENT_AT, "The time of the consent is still to come.");
            }
            return at;
        }

        private String text(Column column, Csv.Row row, String rule, String what, int longest) throws WrongCell {
            String cell = header.cell(row, column);
            if (cell.isEmpty()) {
                throw new WrongCell(rule, column, what + " is missing.");
            }
            if (cell.length() > longest) {
                throw new WrongCell(rule, column, what + " may have " + longest + " characters.");
            }
            return cell;
        }

        private <T> T choice(Column column, Csv.Row row, T[] all, Function<T, String> name, T usual) throws WrongCell {
            String cell = header.cell(row, column).toLowerCase(Locale.ROOT);
            if (cell.isEmpty()) {
                return usual;
            }
            Optional<T> found = Arrays.stream(all)
                    .filter(one -> name.apply(one).equals(cell))
                    .findFirst();
            return found.orElseThrow(() -> new WrongCell(
                    column.name(),
                    column,
                    "This is one of "
                            + String.join(", ", Arrays.stream(all).map(name).toList()) + ", or left empty."));
        }

        /** Lists say the same to everyone: it is held once. */
        private String once(String text) {
            String before = texts.putIfAbsent(text, text);
            return before == null ? text : before;
        }
    }

    private E164 number(String cell) throws WrongCell {
        return switch (numbers.read(cell)) {
            case PhoneNumbers.Reading.Read number -> number.number();
            case PhoneNumbers.Reading.Wrong wrong -> throw new WrongCell(wrong.rule(), Column.CONTACT, wrong.message());
        };
    }
}
