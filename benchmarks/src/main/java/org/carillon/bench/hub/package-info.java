/** A whole hub in a process of its own, and those who use it from outside. */
@NullMarked
package org.carillon.bench.hub;

import org.jspecify.annotations.NullMarked;
