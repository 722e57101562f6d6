/** Accounts of officers and stations: what is decided about them, and the second person that it takes. */
@NullMarked
package org.carillon.router.office;

import org.jspecify.annotations.NullMarked;
