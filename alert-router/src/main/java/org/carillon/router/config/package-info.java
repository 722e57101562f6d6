/** Immutable configuration of the router, and what it means for Kafka Streams. */
@NullMarked
package org.carillon.router.config;

import org.jspecify.annotations.NullMarked;
