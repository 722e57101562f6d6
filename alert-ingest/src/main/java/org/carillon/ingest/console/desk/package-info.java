/** The way from the pages to the operations of the API, within the process. */
@NullMarked
package org.carillon.ingest.console.desk;

import org.jspecify.annotations.NullMarked;
