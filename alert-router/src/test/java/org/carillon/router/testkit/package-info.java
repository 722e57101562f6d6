/** A real Kafka for tests of the router. */
@NullMarked
package org.carillon.router.testkit;

import org.jspecify.annotations.NullMarked;
