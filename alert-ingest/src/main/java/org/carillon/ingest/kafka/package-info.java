/** Commands to the router, its decisions, and views of compacted topics. */
@NullMarked
package org.carillon.ingest.kafka;

import org.jspecify.annotations.NullMarked;
