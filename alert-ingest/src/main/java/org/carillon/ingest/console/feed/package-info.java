/** The feeds from which the hub takes alerts of others. */
@NullMarked
package org.carillon.ingest.console.feed;

import org.jspecify.annotations.NullMarked;
