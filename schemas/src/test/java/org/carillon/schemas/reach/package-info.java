/** Numbers that add up. */
@NullMarked
package org.carillon.schemas.reach;

import org.jspecify.annotations.NullMarked;
