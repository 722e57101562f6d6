/** The public log: an application of its own, which appends what the router has decided to a Merkle tree. */
@NullMarked
package org.carillon.router.transparency;

import org.jspecify.annotations.NullMarked;
