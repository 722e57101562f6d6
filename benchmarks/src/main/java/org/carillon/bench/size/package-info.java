/** What a registered resident costs who is not meant: time of a small alert in a large city, and memory. */
@NullMarked
package org.carillon.bench.size;

import org.jspecify.annotations.NullMarked;
