/** Who is signed in: an encrypted cookie, its limits, and how it ends. */
@NullMarked
package org.carillon.ingest.console.session;

import org.jspecify.annotations.NullMarked;
