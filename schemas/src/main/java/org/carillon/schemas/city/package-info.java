/** City packs: the folder of files that makes the hub a given city's. */
@NullMarked
package org.carillon.schemas.city;

import org.jspecify.annotations.NullMarked;
