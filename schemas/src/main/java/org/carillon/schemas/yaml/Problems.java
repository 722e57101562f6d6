package org.carillon.schemas.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it can be said at once. For one thread. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds one. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds one of a place in a file; see {@link Problem}. */
    public void add(String file, int line, int column, String key, String message) {
        found.add(new Problem(file, line, column, key, message));
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found, each once, by file and line. */
    public List<Problem> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
