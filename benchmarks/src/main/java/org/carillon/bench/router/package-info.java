/** The router in a process of its own, which can be measured alone and killed. */
@NullMarked
package org.carillon.bench.router;

import org.jspecify.annotations.NullMarked;
