/** Tests of the package of the same name. */
@NullMarked
package org.carillon.schemas.geo;

import org.jspecify.annotations.NullMarked;
