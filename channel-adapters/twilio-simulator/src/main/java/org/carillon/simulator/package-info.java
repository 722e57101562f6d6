/** A stand-in for the SMS provider, outside the hub. */
@NullMarked
package org.carillon.simulator;

import org.jspecify.annotations.NullMarked;
