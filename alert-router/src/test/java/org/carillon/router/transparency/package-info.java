/** The public log. */
@NullMarked
package org.carillon.router.transparency;

import org.jspecify.annotations.NullMarked;
