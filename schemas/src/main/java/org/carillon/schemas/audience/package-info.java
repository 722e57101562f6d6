/** Who is reached: recipients, the audience index's entries and the queries over it. */
@NullMarked
package org.carillon.schemas.audience;

import org.jspecify.annotations.NullMarked;
