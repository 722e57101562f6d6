/** How fast the router turns one query into delivery batches, and whether each recipient is in exactly one. */
@NullMarked
package org.carillon.bench.fanout;

import org.jspecify.annotations.NullMarked;
