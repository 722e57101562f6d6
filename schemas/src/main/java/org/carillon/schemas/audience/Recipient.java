package org.carillon.schemas.audience;

/**
 * One subscription as an alert's accounting knows it: the audience partition and the ordinal in it. The ordinal is given
 * once and never re-used; it says nothing about the contact, and FORGET cuts the only mapping.
 */
public record Recipient(int partition, int ordinal) {
    public Recipient {
        if (partition < 0 || ordinal < 0) {
            throw new IllegalArgumentException("partition and ordinal are not negative");
        }
    }

    /** The form in record keys, {@code partition:ordinal}. */
    public String path() {
        return partition + ":" + ordinal;
    }
}
