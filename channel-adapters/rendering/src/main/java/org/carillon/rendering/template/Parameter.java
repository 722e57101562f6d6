package org.carillon.rendering.template;

import java.util.List;
import java.util.Optional;

/** Something that an officer fills in: a wording in ICU MessageFormat calls it by its name. */
public sealed interface Parameter {
    /** In the wording and in forms. */
    String name();

    /** The parameter that this one must be later than, if any. */
    default Optional<String> laterThan() {
        return Optional.empty();
    }

    /** A whole number, both ends included. */
    record Count(String name, int from, int to) implements Parameter {
        public Count {
            if (from > to) {
                throw new IllegalArgumentException(name + ": from " + from + " to " + to + " is no range");
            }
        }
    }

    /** Day and time of day; {@code laterThan} is another parameter of this kind. */
    record Time(String name, Optional<String> laterThan) implements Parameter {}

    /** A day; {@code laterThan} is another parameter of this kind. */
    record Date(String name, Optional<String> laterThan) implements Parameter {}

    /** A name that is the same in all languages, or has one for each. */
    record Place(String name) implements Parameter {}

    /** A telephone number that residents can dial. */
    record Phone(String name) implements Parameter {}

    /**
     * One of a few words that every language says in its own way.
     *
     * @param of keys, at least two
     */
    record Choice(String name, List<String> of) implements Parameter {
        public Choice {
            of = List.copyOf(of);
            if (of.size() < 2) {
                throw new IllegalArgumentException(name + ": a choice has two words at least");
            }
        }
    }
}
