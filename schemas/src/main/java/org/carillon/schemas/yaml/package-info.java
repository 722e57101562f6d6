/** Reads YAML files that people write and says all that is wrong with them, with line and column. */
@NullMarked
package org.carillon.schemas.yaml;

import org.jspecify.annotations.NullMarked;
