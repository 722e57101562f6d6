package org.carillon.schemas.city;

import java.util.List;

/**
 * A community radio station.
 *
 * @param id its user name
 * @param name its name on air
 * @param languages codes of the languages that it speaks
 * @param districts codes of the districts that hear it; empty: the whole city
 */
public record Station(String id, String name, List<String> languages, List<String> districts) {
    public Station {
        languages = List.copyOf(languages);
        districts = List.copyOf(districts);
    }
}
