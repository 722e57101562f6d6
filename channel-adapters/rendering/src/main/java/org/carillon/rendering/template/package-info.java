/** Approved wording by hazard: what a form asks, what was filled in, and the texts that follow in each language. */
@NullMarked
package org.carillon.rendering.template;

import org.jspecify.annotations.NullMarked;
