package org.carillon.schemas.cap;

/** How soon the audience should respond (CAP 1.2, 3.2.2). */
public enum Urgency implements WireNamed {
    IMMEDIATE("Immediate"),
    EXPECTED("Expected"),
    FUTURE("Future"),
    PAST("Past"),
    UNKNOWN("Unknown");

    private final String wireName;

    Urgency(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
