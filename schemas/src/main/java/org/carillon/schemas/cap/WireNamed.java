package org.carillon.schemas.cap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A code value of the standard, with the exact spelling that it has in XML and JSON. */
public interface WireNamed {

    /** The value as the standard spells it. */
    @JsonValue
    String wireName();

    /** The constant of {@code type} that is spelt exactly like {@code wireName}, if there is one. */
    static <E extends Enum<E> & WireNamed> Optional<E> find(Class<E> type, String wireName) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wireName().equals(wireName)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
