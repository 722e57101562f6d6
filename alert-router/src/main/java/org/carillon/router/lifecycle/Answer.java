package org.carillon.router.lifecycle;

import java.time.Instant;
import org.carillon.schemas.command.Decision;

/** A decision as it is remembered, so that a repeated command gets the same. */
record Answer(Decision decision, Instant at) {}
