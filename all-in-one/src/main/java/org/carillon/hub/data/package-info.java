/** The folder that holds what a hub must remember. */
@NullMarked
package org.carillon.hub.data;

import org.jspecify.annotations.NullMarked;
