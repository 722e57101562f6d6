/** The public port and the management port. */
@NullMarked
package org.carillon.hub.http;

import org.jspecify.annotations.NullMarked;
