package org.carillon.schemas.city;

import java.util.List;

/**
 * Who reads texts before they count as reviewed.
 *
 * @param name a person's or an organisation's name for the public
 * @param languages codes of the languages that they read
 */
public record Reviewer(String name, List<String> languages) {
    public Reviewer {
        languages = List.copyOf(languages);
    }
}
