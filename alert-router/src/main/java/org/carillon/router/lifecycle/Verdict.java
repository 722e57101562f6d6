package org.carillon.router.lifecycle;

import java.util.List;
import org.carillon.schemas.command.Decision;

/** A decision and what follows from it; nothing follows from a refusal. */
record Verdict(Decision decision, List<Effect> effects) {
    Verdict {
        effects = List.copyOf(effects);
    }
}
