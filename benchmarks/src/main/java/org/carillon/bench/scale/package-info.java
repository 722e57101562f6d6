/** What a second router brings where processors are the limit. */
@NullMarked
package org.carillon.bench.scale;

import org.jspecify.annotations.NullMarked;
