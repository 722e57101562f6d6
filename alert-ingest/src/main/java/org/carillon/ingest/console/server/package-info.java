/** Console pages on a Vert.x router: access, forged forms, headers. */
@NullMarked
package org.carillon.ingest.console.server;

import org.jspecify.annotations.NullMarked;
