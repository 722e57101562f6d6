package org.carillon.schemas.reach;

/**
 * What stations did with an alert.
 *
 * @param pulled stations that fetched it
 * @param aired times that it was read on air
 */
public record RadioReach(long pulled, long aired) {
    public static final RadioReach NONE = new RadioReach(0, 0);
}
