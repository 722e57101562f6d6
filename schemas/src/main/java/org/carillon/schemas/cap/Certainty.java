package org.carillon.schemas.cap;

/** How sure the sender is of the event (CAP 1.2, 3.2.2). */
public enum Certainty implements WireNamed {
    OBSERVED("Observed"),
    LIKELY("Likely"),
    POSSIBLE("Possible"),
    UNLIKELY("Unlikely"),
    UNKNOWN("Unknown");

    private final String wireName;

    Certainty(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
