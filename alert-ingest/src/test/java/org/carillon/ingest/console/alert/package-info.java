/** Tests of the pages about alerts. */
@NullMarked
package org.carillon.ingest.console.alert;

import org.jspecify.annotations.NullMarked;
