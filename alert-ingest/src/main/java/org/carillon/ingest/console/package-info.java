/** The pages for officers under /console/: parts put together. */
@NullMarked
package org.carillon.ingest.console;

import org.jspecify.annotations.NullMarked;
