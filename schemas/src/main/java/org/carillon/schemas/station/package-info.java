/** Community radio stations: who may pull bulletins, and what they report. */
@NullMarked
package org.carillon.schemas.station;

import org.jspecify.annotations.NullMarked;
