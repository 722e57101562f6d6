/** Tests of the whole router. */
@NullMarked
package org.carillon.router;

import org.jspecify.annotations.NullMarked;
