/** Measurements against the limits of the machine. */
@NullMarked
package org.carillon.bench;

import org.jspecify.annotations.NullMarked;
