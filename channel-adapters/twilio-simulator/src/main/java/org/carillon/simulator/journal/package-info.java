/** The log on disk from which everything is remembered after a crash. */
@NullMarked
package org.carillon.simulator.journal;

import org.jspecify.annotations.NullMarked;
