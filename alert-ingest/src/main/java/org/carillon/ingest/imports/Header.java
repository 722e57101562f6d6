package org.carillon.ingest.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.cap.rules.CapViolation;

/** Which column of a list stands where. */
final class Header {
    /** Of a list without a header the first line is about a person: only what looks like a title is repeated. */
    private static final Pattern TITLE = Pattern.compile("\\p{L}[\\p{L} _-]{0,39}");

    private final Map<Column, Integer> places;
    private final int width;

    private Header(Map<Column, Integer> places, int width) {
        this.places = places;
        this.width = width;
    }

    /**
     * Reads the first row.
     *
     * @throws ProblemException 422 with all that is wrong with it
     */
    static Header read(Csv.Row row) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<Integer> unknown = new ArrayList<>();
        List<CapViolation> wrong = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Optional<Column> column = Column.of(row.cells().get(i));
            if (column.isEmpty()) {
                unknown.add(i);
            } else if (places.putIfAbsent(column.get(), i) != null) {
                wrong.add(violation(
                        row, i, "There are two columns " + column.get().title() + "."));
            }
        }
        if (places.isEmpty()) {
            throw refused(List.of(violation(
                    row, 0, "The first line has to name the columns, with commas between them: " + titles() + ".")));
        }
        unknown.forEach(i -> wrong.add(violation(row, i, unknown(row.cells().get(i), i, places))));
        Arrays.stream(Column.values())
                .filter(column -> column.isNeeded() && !places.containsKey(column))
                .forEach(column -> wrong.add(violation(row, 0, "The column " + column.title() + " is missing.")));
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return new Header(places, row.cells().size());
    }

    /** How many cells a row has. */
    int width() {
        return width;
    }

    /** What stands in a column, without white space around it; empty where the list does not have it. */
    String cell(Csv.Row row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cells().get(place).strip();
    }

    private static String unknown(String cell, int i, Map<Column, Integer> places) {
        String title = cell.strip();
        boolean shown =
                places.containsKey(Column.CONTACT) && TITLE.matcher(title).matches();
        return "There is no column " + (shown ? title : "like number " + (i + 1)) + "; the columns are " + titles()
                + ".";
    }

    private static String titles() {
        return String.join(
                ", ", Arrays.stream(Column.values()).map(Column::title).toList());
    }

    private static CapViolation violation(Csv.Row row, int column, String message) {
        return new CapViolation("COLUMNS", "/" + row.line(), row.line(), column + 1, message);
    }

    private static ProblemException refused(List<CapViolation> wrong) {
        return ProblemException.unprocessable("The columns of the list are not right. Nothing of it was taken.", wrong);
    }
}
