/** HTTP edge for officers and partners. */
@NullMarked
package org.carillon.ingest;

import org.jspecify.annotations.NullMarked;
