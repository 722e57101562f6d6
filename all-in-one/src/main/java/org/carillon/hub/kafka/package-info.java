/** The Kafka broker inside the process, and the topics that the hub needs on whichever Kafka it uses. */
@NullMarked
package org.carillon.hub.kafka;

import org.jspecify.annotations.NullMarked;
