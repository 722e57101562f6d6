/** Residents' own decisions by SMS: sign-up, consent, preferences, stop. */
@NullMarked
package org.carillon.router.resident;

import org.jspecify.annotations.NullMarked;
