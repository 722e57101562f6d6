/** The JSON that topics carry, against its schemas and golden files. */
@NullMarked
package org.carillon.schemas.topic;

import org.jspecify.annotations.NullMarked;
