/** The commands, one class each: what they take, what they print, and their exit codes. */
@NullMarked
package org.carillon.hub.cli;

import org.jspecify.annotations.NullMarked;
