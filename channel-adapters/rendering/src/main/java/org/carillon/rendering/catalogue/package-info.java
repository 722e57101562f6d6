/** The hub's own words in every language: one folder a language, which a translator works on alone. */
@NullMarked
package org.carillon.rendering.catalogue;

import org.jspecify.annotations.NullMarked;
