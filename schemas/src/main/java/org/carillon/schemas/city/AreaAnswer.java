package org.carillon.schemas.city;

import java.util.List;

/** What a resident's words for a place mean. */
public sealed interface AreaAnswer {
    /**
     * One district.
     *
     * @param district its code
     */
    record Exact(String district) implements AreaAnswer {}

    /** All districts. */
    record Everywhere() implements AreaAnswer {}

    /**
     * Words that several districts share: ask which.
     *
     * @param districts their codes, two or more, in catalogue order
     */
    record Ambiguous(List<String> districts) implements AreaAnswer {
        public Ambiguous {
            districts = List.copyOf(districts);
        }
    }

    /**
     * No district is called so.
     *
     * @param guesses codes of districts with a name near to it, the nearest first; may be empty. To be offered, never
     *     to be taken for an answer
     */
    record Unknown(List<String> guesses) implements AreaAnswer {
        public Unknown {
            guesses = List.copyOf(guesses);
        }
    }
}
