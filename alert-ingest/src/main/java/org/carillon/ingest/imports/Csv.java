package org.carillon.ingest.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.cap.rules.CapViolation;

/**
 * Reads a table as RFC 4180 has it: commas, quotes with quotes doubled, line breaks within quotes. In UTF-8, with or without a byte order
 * mark, and with any kind of line end. What it says of a fault never repeats what stands there.
 */
final class Csv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int mostRows;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private Csv(String text, int mostRows) {
        this.text = text;
        this.mostRows = mostRows;
    }

    /**
     * One row.
     *
     * @param line of the file on which it begins, from 1
     */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /** Without the cells. */
        @Override
        public String toString() {
            return "Row[line=" + line + ']';
        }
    }

    /**
     * The rows that are not empty.
     *
     * @throws ProblemException 400 for what is not UTF-8, 413 for too many rows, 422 for quotes that do not fit
     */
    static List<Row> read(byte[] bytes, int mostRows) {
        String text = decode(bytes);
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new Csv(marked ? text.substring(1) : text, mostRows).rows();
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest("The list has to be in UTF-8. Save it again as \"CSV UTF-8\".");
        }
    }

    private List<Row> rows() {
        while (at < text.length()) {
            int begins = line;
            List<String> cells = row();
            if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                if (rows.size() == mostRows) {
                    throw tooMany(mostRows);
                }
                rows.add(new Row(begins, cells));
            }
        }
        return List.copyOf(rows);
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell(1));
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell(cells.size() + 1));
        }
        endLine();
        return cells;
    }

    private String cell(int column) {
        return at < text.length() && text.charAt(at) == '"' ? quoted(column) : plain(column);
    }

    private String plain(int column) {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            if (text.charAt(at) == '"') {
                throw fault(
                        line,
                        column,
                        "A quote stands inside a cell that does not begin with one: double it, and"
                                + " put the whole cell between quotes.");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted(int column) {
        int begins = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '"') {
                cell.append(pass());
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else {
                at++;
                if (at < text.length() && !isEnd(text.charAt(at))) {
                    throw fault(line, column, "Something stands behind the quote that closes a cell.");
                }
                return cell.toString();
            }
        }
        throw fault(begins, column, "The quote that opens here is never closed.");
    }

    private void endLine() {
        if (at < text.length() && pass() == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }

    /** Goes on by one character. CR LF is one line end, counted at its CR. */
    private char pass() {
        char c = text.charAt(at);
        boolean second = c == '\n' && at > 0 && text.charAt(at - 1) == '\r';
        if (c == '\r' || (c == '\n' && !second)) {
            line++;
        }
        at++;
        return c;
    }

    private static boolean isEnd(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    static ProblemException tooMany(int most) {
        return ProblemException.of(
                Problem.of(413, "Content Too Large", "A list may have " + most + " lines. Bring it in parts."));
    }

    private static ProblemException fault(int line, int column, String message) {
        return ProblemException.unprocessable(
                "The list is no table that can be read. Nothing of it was taken.",
                List.of(new CapViolation("CSV", "/" + line + "/" + column, line, column, message)));
    }
}
