/** What residents say, and which answers they get. */
@NullMarked
package org.carillon.schemas.resident;

import org.jspecify.annotations.NullMarked;
