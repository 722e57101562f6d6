package org.carillon.schemas.resident;

import java.util.List;

/**
 * What a resident said about districts.
 *
 * @param mode SET replaces, ADD and REMOVE change ({@code +D02}, {@code -D01})
 * @param all the word for the whole city
 * @param districts codes that were meant without doubt
 * @param candidates codes among which the resident has to choose by number; not empty means unclear
 */
public record AreaChoice(Mode mode, boolean all, List<String> districts, List<String> candidates) {
    public AreaChoice {
        districts = List.copyOf(districts);
        candidates = List.copyOf(candidates);
    }

    /** How the choice changes what is there. */
    public enum Mode {
        SET,
        ADD,
        REMOVE
    }
}
