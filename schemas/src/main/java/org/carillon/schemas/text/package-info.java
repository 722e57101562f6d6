/** Text as residents type it, made comparable. */
@NullMarked
package org.carillon.schemas.text;

import org.jspecify.annotations.NullMarked;
