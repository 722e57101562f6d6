/** Trees and proofs. */
@NullMarked
package org.carillon.schemas.transparency.merkle;

import org.jspecify.annotations.NullMarked;
