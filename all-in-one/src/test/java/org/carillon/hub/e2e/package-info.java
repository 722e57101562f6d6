/** The whole hub, through its public contract. */
@NullMarked
package org.carillon.hub.e2e;

import org.jspecify.annotations.NullMarked;
