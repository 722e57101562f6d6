package org.carillon.schemas.city;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many people live in each district, by the language they speak at home.
 *
 * @param people by district code, then by BCP 47 code; may hold languages that the hub does not speak
 */
public record Census(Map<String, Map<String, Long>> people) {
    public Census {
        Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
        people.forEach((district, languages) -> copy.put(district, Map.copyOf(languages)));
        people = Map.copyOf(copy);
    }

    /** The people of a district who speak a language; 0 if the census does not say. */
    public long population(String district, String language) {
        return people.getOrDefault(district, Map.of()).getOrDefault(language, 0L);
    }

    /** The people of a district. */
    public long ofDistrict(String district) {
        return people.getOrDefault(district, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The people who speak a language. */
    public long ofLanguage(String language) {
        return people.keySet().stream()
                .mapToLong(district -> population(district, language))
                .sum();
    }

    /** Everybody. */
    public long total() {
        return people.keySet().stream().mapToLong(this::ofDistrict).sum();
    }
}
