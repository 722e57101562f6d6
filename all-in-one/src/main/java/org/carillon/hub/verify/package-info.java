/** Checks the public log of a hub, trusting nothing but its public key. */
@NullMarked
package org.carillon.hub.verify;

import org.jspecify.annotations.NullMarked;
