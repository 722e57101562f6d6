/** Typed handles of every Kafka topic: name, serdes, partitions, clean-up. */
@NullMarked
package org.carillon.schemas.topic;

import org.jspecify.annotations.NullMarked;
