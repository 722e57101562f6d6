package org.carillon.rendering.hint;

import java.util.List;

/** Holds the texts of one language against those of the first. Pure; safe for threads. */
@FunctionalInterface
interface PairRule {
    /** What the other says otherwise; empty when both say the same. */
    List<Hint> check(Written first, Written other);
}
