package org.carillon.rendering.hint;

import java.util.List;

/** Looks at the texts of one language. Pure; safe for threads. */
@FunctionalInterface
interface TextRule {
    /** What it found, in the order of the fields; empty when there is nothing to say. */
    List<Hint> check(Written written);
}
