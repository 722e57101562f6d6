/** A city brings the list of numbers that it has already, with two administrators and the proof of each consent. */
@NullMarked
package org.carillon.ingest.imports;

import org.jspecify.annotations.NullMarked;
