/** Tests of the package of the same name. */
@NullMarked
package org.carillon.schemas.city;

import org.jspecify.annotations.NullMarked;
