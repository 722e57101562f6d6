package org.carillon.schemas.delivery;

import java.time.Instant;

/**
 * Something that could not be processed, with its reason; never lost, never holding a contact or a text of a resident.
 *
 * @param source topic, partition and offset of the record
 * @param reason what was wrong and how to mend it
 */
public record DeadLetter(String source, int partition, long offset, String reason, Instant at) {}
