package org.carillon.schemas.cap;

/** How bad the event is (CAP 1.2, 3.2.2): Extreme &gt; Severe &gt; Moderate &gt; Minor = Unknown. */
public enum Severity implements WireNamed {
    EXTREME("Extreme", 3),
    SEVERE("Severe", 2),
    MODERATE("Moderate", 1),
    MINOR("Minor", 0),
    UNKNOWN("Unknown", 0);

    private final String wireName;
    private final int rank;

    Severity(String wireName, int rank) {
        this.wireName = wireName;
        this.rank = rank;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** 0 (Minor, Unknown) to 3 (Extreme); compare these, not the order of the constants. */
    public int rank() {
        return rank;
    }

    /** Whether this is as bad as {@code level}, or worse. */
    public boolean atLeast(Severity level) {
        return rank >= level.rank;
    }

    /** Severe and Extreme are urgent, all else is routine. */
    public boolean isUrgent() {
        return atLeast(SEVERE);
    }
}
