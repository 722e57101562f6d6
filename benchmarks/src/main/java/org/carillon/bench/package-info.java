/** Measurements of the hub against the limits of the machine it runs on. */
@NullMarked
package org.carillon.bench;

import org.jspecify.annotations.NullMarked;
