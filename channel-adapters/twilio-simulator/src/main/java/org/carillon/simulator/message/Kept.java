package org.carillon.simulator.message;

import java.time.Instant;

/**
 * A remembered message with its present standing.
 *
 * @param seq its place in the order of acceptance, from 0
 */
public record Kept(int seq, Message message, Standing standing) {

    /** When the provider passed it on, or took it as long as it has not. */
    public Instant sentOrTaken() {
        Instant sent = standing.sentAt();
        return sent == null ? message.at() : sent;
    }

    /** Whether the provider's API still shows it. */
    public boolean isListed() {
        return standing.copy() != Standing.Copy.DELETED;
    }
}
