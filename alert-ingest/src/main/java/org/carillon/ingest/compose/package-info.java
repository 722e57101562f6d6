/** From a CAP message or a JSON form to what the router decides about. */
@NullMarked
package org.carillon.ingest.compose;

import org.jspecify.annotations.NullMarked;
