/** The last look before every intent: what was withdrawn, who has left. */
@NullMarked
package org.carillon.channel.core.gate;

import org.jspecify.annotations.NullMarked;
