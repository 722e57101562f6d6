/** Turns an alert, a language and a format into what a channel says. */
@NullMarked
package org.carillon.rendering;

import org.jspecify.annotations.NullMarked;
