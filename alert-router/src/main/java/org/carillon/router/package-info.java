/** Kafka Streams, the only place that decides. */
@NullMarked
package org.carillon.router;

import org.jspecify.annotations.NullMarked;
