/** Whether an alert says the same in every language. */
@NullMarked
package org.carillon.rendering.check;

import org.jspecify.annotations.NullMarked;
