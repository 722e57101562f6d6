/** Scripts and styles of the console, under names that change with their content. */
@NullMarked
package org.carillon.ingest.console.asset;

import org.jspecify.annotations.NullMarked;
