/** How soon a small alert is ready to be delivered: from its query, and from its approval. */
@NullMarked
package org.carillon.bench.latency;

import org.jspecify.annotations.NullMarked;
