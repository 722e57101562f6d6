/** Tests of the package of the same name. */
@NullMarked
package org.carillon.schemas.text;

import org.jspecify.annotations.NullMarked;
