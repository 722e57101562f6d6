package org.carillon.schemas.cap.rules;

import java.util.List;

/** What an element of the schema holds. */
sealed interface Content {

    /** Elements, in this order. */
    record Children(List<Slot> slots) implements Content {}

    /** One of these words. */
    record Code(List<String> words) implements Content {}

    /** Characters of some form. */
    record Text(Form form) implements Content {}

    /** The simple types that the schema uses. */
    enum Form {
        ANY,
        DATE_TIME,
        LANGUAGE,
        URI,
        INTEGER,
        DECIMAL
    }

    /** A place in a sequence; {@code missing} is the rule that is broken when a required element is not there. */
    record Slot(String name, boolean required, boolean repeatable, Content content, CapRule missing) {}
}
