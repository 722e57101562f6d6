package org.carillon.schemas.station;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A community radio station as the radio channel knows it; the value of topic {@code carillon.stations}, keyed by id.
 *
 * @param id its user name
 * @param name its name on air
 * @param languages codes of the languages that it speaks
 * @param districts codes of the districts that hear it; empty: the whole city
 * @param keyHash hex SHA-256 of its key (256 random bits)
 */
public record StationAccount(
        String id,
        String name,
        List<String> languages,
        List<String> districts,
        String keyHash,
        boolean active,
        Instant createdAt) {
    public StationAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        languages = List.copyOf(languages);
        districts = List.copyOf(districts);
        Objects.requireNonNull(keyHash, "keyHash");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Without the key's hash. */
    @Override
    public String toString() {
        return "StationAccount[" + id + ", active=" + active + ']';
    }
}
