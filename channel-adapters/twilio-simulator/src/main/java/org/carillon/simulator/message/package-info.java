/** What the simulated provider and its phones remember. */
@NullMarked
package org.carillon.simulator.message;

import org.jspecify.annotations.NullMarked;
