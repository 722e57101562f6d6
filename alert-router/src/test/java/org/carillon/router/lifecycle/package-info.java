/** Tests of the life cycle. */
@NullMarked
package org.carillon.router.lifecycle;

import org.jspecify.annotations.NullMarked;
