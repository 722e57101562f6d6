package org.carillon.schemas.yaml;

/**
 * One thing that is wrong with a file, in words that say how to mend it.
 *
 * @param file the file as the reader was given it
 * @param line 1-based; 0 where the whole file is meant
 * @param column 1-based; 0 where the whole line or file is meant
 * @param key the dotted path of the key, such as {@code districts[2].code}; empty for the whole file
 * @param message what is wrong and what to do about it
 */
public record Problem(String file, int line, int column, String key, String message) implements Comparable<Problem> {

    /** A problem of a whole file or folder. */
    public static Problem ofFile(String file, String message) {
        return new Problem(file, 0, 0, "", message);
    }

    /** One line for people: {@code file:line:column: key: message}, as compilers write it. */
    public String text() {
        StringBuilder out = new StringBuilder(file);
        if (line > 0) {
            out.append(':').append(line);
            if (column > 0) {
                out.append(':').append(column);
            }
        }
        out.append(": ");
        if (!key.isEmpty()) {
            out.append(key).append(": ");
        }
        return out.append(message).toString();
    }

    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(column, other.column);
        if (byColumn != 0) {
            return byColumn;
        }
        int byKey = key.compareTo(other.key);
        return byKey != 0 ? byKey : message.compareTo(other.message);
    }
}
