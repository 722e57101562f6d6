package org.carillon.schemas.city;

import java.util.List;
import java.util.Map;

/**
 * What an alert is about, for residents who want more than emergencies.
 *
 * @param code such as {@code water}
 * @param names its name
 * @param words what residents also call it, by language
 */
public record Topic(String code, Localized names, Map<String, List<String>> words) {
    public Topic {
        words = Map.copyOf(words);
    }
}
