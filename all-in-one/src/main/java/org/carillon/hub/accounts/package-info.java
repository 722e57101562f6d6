/** Writes the accounts of officers. */
@NullMarked
package org.carillon.hub.accounts;

import org.jspecify.annotations.NullMarked;
