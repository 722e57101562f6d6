/** Tests of the module as a whole. */
@NullMarked
package org.carillon.schemas;

import org.jspecify.annotations.NullMarked;
