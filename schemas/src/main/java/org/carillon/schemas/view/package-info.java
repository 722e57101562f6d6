/** Topics as they now stand, for whoever answers from memory. */
@NullMarked
package org.carillon.schemas.view;

import org.jspecify.annotations.NullMarked;
