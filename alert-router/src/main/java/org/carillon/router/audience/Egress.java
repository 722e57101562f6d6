package org.carillon.router.audience;

import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.reach.ReachPartial;

/** What leaves an audience task, all in the task's transaction. */
interface Egress {
    /** An encoded batch to its channel and lane, under its {@link BatchId#path()}. */
    void batch(String path, ContactChannel channel, Lane lane, byte[] batch);

    void partial(ReachPartial partial);

    void estimate(AudienceEstimate estimate);

    /** Takes the estimate of an alert's submission back; nothing happens where there was none. */
    void dismissEstimate(AlertId alertId, int version);

    /** Asks for the transaction to end soon: somebody waits for what it holds. */
    void commit();
}
