package org.carillon.ingest.console.hazard;

import java.util.List;
import java.util.Optional;

/** Where the pages get the hazards from. May be asked from any thread. */
public interface Hazards {
    /** All of them, the gravest first. */
    List<Hazard> all();

    default Optional<Hazard> find(String id) {
        return all().stream().filter(hazard -> hazard.id().equals(id)).findFirst();
    }
}
