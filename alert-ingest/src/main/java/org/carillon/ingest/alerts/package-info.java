/** The operations of /api/v1. */
@NullMarked
package org.carillon.ingest.alerts;

import org.jspecify.annotations.NullMarked;
