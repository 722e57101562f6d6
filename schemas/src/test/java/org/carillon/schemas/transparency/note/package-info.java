/** Signed heads. */
@NullMarked
package org.carillon.schemas.transparency.note;

import org.jspecify.annotations.NullMarked;
