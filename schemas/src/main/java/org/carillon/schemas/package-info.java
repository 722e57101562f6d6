/** The words the modules share. */
@NullMarked
package org.carillon.schemas;

import org.jspecify.annotations.NullMarked;
