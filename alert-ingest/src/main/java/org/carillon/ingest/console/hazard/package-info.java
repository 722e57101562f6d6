/** The hazards that an officer chooses from, as the pages show them. */
@NullMarked
package org.carillon.ingest.console.hazard;

import org.jspecify.annotations.NullMarked;
