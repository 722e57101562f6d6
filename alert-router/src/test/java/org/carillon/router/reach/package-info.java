/** Tests of reach. */
@NullMarked
package org.carillon.router.reach;

import org.jspecify.annotations.NullMarked;
