/** The loop on a real Kafka. */
@NullMarked
package org.carillon.channel.core.loop;

import org.jspecify.annotations.NullMarked;
