/** The audience index: which subscriptions of one partition an alert is meant for, kept in memory. */
@NullMarked
package org.carillon.router.audience.index;

import org.jspecify.annotations.NullMarked;
