/** Hints for whoever writes an alert: what would make it harder to understand. They advise and never block. */
@NullMarked
package org.carillon.rendering.hint;

import org.jspecify.annotations.NullMarked;
