/** Checks before a start, and the parts that a hub is made of, started and stopped in order. */
@NullMarked
package org.carillon.hub.start;

import org.jspecify.annotations.NullMarked;
