package org.carillon.router.config;

import java.util.List;

/**
 * The catalogues of a city pack as the router needs them: codes, whose position never changes.
 *
 * @param districts in the pack's order, append only
 * @param languages BCP 47, the hub's default first
 * @param topics at most 64
 */
public record CityCodes(List<String> districts, List<String> languages, List<String> topics, List<String> purposes) {
    public CityCodes {
        districts = List.copyOf(districts);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        purposes = List.copyOf(purposes);
        if (districts.isEmpty() || languages.isEmpty() || purposes.isEmpty()) {
            throw new IllegalArgumentException("a city has at least one district, one language and one purpose");
        }
        if (topics.size() > Long.SIZE) {
            throw new IllegalArgumentException("a city has at most 64 topics");
        }
    }
}
