/** Officers, stations and administrative acts: what the console and the API ask of the router. */
@NullMarked
package org.carillon.ingest.office;

import org.jspecify.annotations.NullMarked;
