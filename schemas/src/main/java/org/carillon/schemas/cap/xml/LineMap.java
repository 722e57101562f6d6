package org.carillon.schemas.cap.xml;

import java.util.Arrays;

/** From offsets in a text to lines and columns; a line ends with LF, CR or CR LF. */
final class LineMap {

    private final int[] lineStarts;

    LineMap(CharSequence text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, count);
    }

    XmlPosition position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new XmlPosition(line + 1, offset - lineStarts[line] + 1);
    }
}
