/** The key ring and the values that only it can make: keyed ids and sealed contacts. */
@NullMarked
package org.carillon.schemas.keys;

import org.jspecify.annotations.NullMarked;
