package org.carillon.ingest.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.rendition.Rendition;

/** What is known about alerts. Every method may be called from any thread and answers from memory. */
public interface AlertViews {
    Collection<Alert> alerts();

    Optional<Alert> alert(AlertId id);

    List<HistoryEntry> history(AlertId id);

    Optional<Reach> reach(AlertId id);

    /**
     * All renditions of an alert's present submission, whose digest is the alert's. Waits a little for those that are still under way;
     * empty where they do not come.
     */
    Optional<List<Rendition>> renditions(Alert alert);

    /**
     * The exact bytes of the CAP message of an alert that is not decided yet. Waits a little for those that are still under way; empty
     * where they do not come, or the alert is decided meanwhile.
     */
    Optional<byte[]> document(Alert alert);

    /** How many it would reach, as far as the partitions have counted. */
    List<AudienceEstimate> estimates(AlertId id, int version);

    /** Waits a little until the view shows at least what a decision said; gives up silently. */
    void awaitShown(Alert decided);
}
