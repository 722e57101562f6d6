/** Which addresses the hub may be made to call by what others send or configure. */
@NullMarked
package org.carillon.schemas.net;

import org.jspecify.annotations.NullMarked;
