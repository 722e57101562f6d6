/** The whole hub in one process. */
@NullMarked
package org.carillon.hub;

import org.jspecify.annotations.NullMarked;
