/** What officers ask of their accounts and of each other, and what the router decides about it. */
@NullMarked
package org.carillon.schemas.office;

import org.jspecify.annotations.NullMarked;
