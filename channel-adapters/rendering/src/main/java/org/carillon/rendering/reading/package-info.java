/** How hard a text is to read, language by language. */
@NullMarked
package org.carillon.rendering.reading;

import org.jspecify.annotations.NullMarked;
