/** The Kafka that is measured against: the hub's own broker in a process of its own, and its clients. */
@NullMarked
package org.carillon.bench.broker;

import org.jspecify.annotations.NullMarked;
