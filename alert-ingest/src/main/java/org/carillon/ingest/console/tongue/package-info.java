/** The choice of the language that the console speaks to an officer. */
@NullMarked
package org.carillon.ingest.console.tongue;

import org.jspecify.annotations.NullMarked;
