/** Tests of what is decided about accounts. */
@NullMarked
package org.carillon.router.office;

import org.jspecify.annotations.NullMarked;
