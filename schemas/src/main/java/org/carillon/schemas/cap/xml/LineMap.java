package org.carillon.schemas.cap.xml;

import java.util.Arrays;

/** From offsets in a text to lines and columns; a line ends with LF, CR or CR LF. */
final class LineMap {

    private final int[] lineStarts;

    LineMap(String text) {
        int[] starts = new int[64];
        int count = 1;
        boolean hasReturns = text.indexOf('\r') >= 0;
        int end = hasReturns ? endOfLine(text, 0) : text.indexOf('\n');
        while (end >= 0) {
            starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
            starts[count++] = end + 1;
            end = hasReturns ? endOfLine(text, end + 1) : text.indexOf('\n', end + 1);
        }
        lineStarts = Arrays.copyOf(starts, count);
    }

    /** The last character of the first line end from there on, or -1. */
    private static int endOfLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                return i;
            }
        }
        return -1;
    }

    XmlPosition position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new XmlPosition(line + 1, offset - lineStarts[line] + 1);
    }
}
