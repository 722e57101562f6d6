/** How the hub's log lines look. */
@NullMarked
package org.carillon.hub.logging;

import org.jspecify.annotations.NullMarked;
