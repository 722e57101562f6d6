/** Identity and states of alerts. */
@NullMarked
package org.carillon.schemas.alert;

import org.jspecify.annotations.NullMarked;
