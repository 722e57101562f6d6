/** From what an officer types to the JSON form of the API, and back from what is stored. */
@NullMarked
package org.carillon.ingest.console.form;

import org.jspecify.annotations.NullMarked;
