package org.carillon.ingest.imports;

import java.util.List;

/**
 * What came of a list.
 *
 * @param subscribed numbers that are subscribed from now on
 * @param asked numbers that have to answer YES
 * @param there numbers that had a subscription or a sign-up of their own
 * @param refused lines in the order of the file
 * @param undecided lines of which the router has not said anything yet
 */
record Tally(int subscribed, int asked, int there, List<Refusal> refused, int undecided) {
    Tally {
        refused = List.copyOf(refused);
    }
}
