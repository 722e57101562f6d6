/** Signed calls from the provider to the hub. */
@NullMarked
package org.carillon.simulator.webhook;

import org.jspecify.annotations.NullMarked;
