/** How fast a sender is fed: parts per second, calls at once, pauses. */
@NullMarked
package org.carillon.channel.core.pace;

import org.jspecify.annotations.NullMarked;
