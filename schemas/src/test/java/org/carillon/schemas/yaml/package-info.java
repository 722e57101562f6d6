/** Tests of the package of the same name. */
@NullMarked
package org.carillon.schemas.yaml;

import org.jspecify.annotations.NullMarked;
