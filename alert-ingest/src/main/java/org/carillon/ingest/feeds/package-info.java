/** Feeds in: Atom and RSS documents of others are asked for, and their CAP messages submitted like a partner's. */
@NullMarked
package org.carillon.ingest.feeds;

import org.jspecify.annotations.NullMarked;
