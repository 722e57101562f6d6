/** How long the router takes until every task runs, with nothing, with wiped state and after a kill. */
@NullMarked
package org.carillon.bench.restore;

import org.jspecify.annotations.NullMarked;
