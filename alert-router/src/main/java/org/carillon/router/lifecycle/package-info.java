/** The life of an alert: submitted, decided by a second person, issued, ended. */
@NullMarked
package org.carillon.router.lifecycle;

import org.jspecify.annotations.NullMarked;
