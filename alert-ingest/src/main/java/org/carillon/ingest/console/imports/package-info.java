/** The page by which administrators bring the list of numbers that a city has already. */
@NullMarked
package org.carillon.ingest.console.imports;

import org.jspecify.annotations.NullMarked;
