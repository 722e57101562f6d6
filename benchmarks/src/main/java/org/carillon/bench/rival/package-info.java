/** Other ways to build the fan-out, measured beside ours: PostgreSQL with batches, and the naive scan. */
@NullMarked
package org.carillon.bench.rival;

import org.jspecify.annotations.NullMarked;
