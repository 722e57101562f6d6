/** Districts as shapes: GeoJSON in and out, and which districts an area means. */
@NullMarked
package org.carillon.schemas.geo;

import org.jspecify.annotations.NullMarked;
