package org.carillon.router.audience;

import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.delivery.BatchId;
import org.carillon.schemas.reach.ReachPartial;

/** What leaves an audience task, all in the task's transaction. */
interface Egress {
    /** An encoded batch to its channel and lane. */
    void batch(BatchId id, Lane lane, byte[] batch);

    void partial(ReachPartial partial);

    /** Asks for the transaction to end soon: somebody waits for what it holds. */
    void commit();
}
