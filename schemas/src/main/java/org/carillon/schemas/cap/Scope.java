package org.carillon.schemas.cap;

/** Who an alert is meant for (CAP 1.2, 3.2.1). */
public enum Scope implements WireNamed {
    PUBLIC("Public"),
    RESTRICTED("Restricted"),
    PRIVATE("Private");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
