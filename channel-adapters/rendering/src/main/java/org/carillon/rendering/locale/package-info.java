/** Times, dates and lists as a language and a city write them. */
@NullMarked
package org.carillon.rendering.locale;

import org.jspecify.annotations.NullMarked;
