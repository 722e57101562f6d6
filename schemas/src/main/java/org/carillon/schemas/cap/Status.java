package org.carillon.schemas.cap;

/** How an alert is to be handled (CAP 1.2, 3.2.1). */
public enum Status implements WireNamed {
    ACTUAL("Actual"),
    EXERCISE("Exercise"),
    SYSTEM("System"),
    TEST("Test"),
    DRAFT("Draft");

    private final String wireName;

    Status(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
