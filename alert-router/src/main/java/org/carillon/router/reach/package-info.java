/** Adds the audience partitions' shares of an alert's reach up into one number each. */
@NullMarked
package org.carillon.router.reach;

import org.jspecify.annotations.NullMarked;
