/** Feeds of alerts that others publish, as an administrator added them, and what came of their items. */
@NullMarked
package org.carillon.schemas.feed;

import org.jspecify.annotations.NullMarked;
