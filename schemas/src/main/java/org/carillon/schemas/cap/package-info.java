/** The model of the Common Alerting Protocol 1.2: immutable records of everything that the standard can say. */
@NullMarked
package org.carillon.schemas.cap;

import org.jspecify.annotations.NullMarked;
