package org.carillon.rendering.template;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** The value of a {@link Parameter}, checked. */
public sealed interface Argument {
    /** A number within the parameter's range. */
    record Count(int value) implements Argument {}

    /** A moment; residents read it in the city's time. */
    record Time(OffsetDateTime value) implements Argument {}

    /** A day. */
    record Date(LocalDate value) implements Argument {}

    /**
     * A name.
     *
     * @param names by language; one under {@link #ANY} counts for those that have none of their own
     */
    record Place(Map<String, String> names) implements Argument {
        /** Stands for every language. */
        public static final String ANY = "*";

        public Place {
            names = Map.copyOf(names);
        }

        Optional<String> in(String language) {
            return Optional.ofNullable(names.get(language)).or(() -> Optional.ofNullable(names.get(ANY)));
        }
    }

    /** A number to dial: digits, after a plus where it is an international one. */
    record Phone(String value) implements Argument {}

    /** One of the parameter's words. */
    record Choice(String value) implements Argument {}
}
