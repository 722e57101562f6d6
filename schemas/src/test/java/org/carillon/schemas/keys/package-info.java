/** Tests of the package of the same name. */
@NullMarked
package org.carillon.schemas.keys;

import org.jspecify.annotations.NullMarked;
