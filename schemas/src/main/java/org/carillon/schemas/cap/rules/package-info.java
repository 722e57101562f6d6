/** The rules of CAP 1.2, schema and prose, checked on an element tree. */
@NullMarked
package org.carillon.schemas.cap.rules;

import org.jspecify.annotations.NullMarked;
