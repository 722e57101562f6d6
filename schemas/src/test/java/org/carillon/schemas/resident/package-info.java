/** Tests of what residents and the hub say to each other. */
@NullMarked
package org.carillon.schemas.resident;

import org.jspecify.annotations.NullMarked;
