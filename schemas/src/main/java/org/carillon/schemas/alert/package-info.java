/** The alert as the hub keeps it: identity, states, texts and what officers read about it. */
@NullMarked
package org.carillon.schemas.alert;

import org.jspecify.annotations.NullMarked;
