/** Which addresses the hub may be made to call by a stranger. */
@NullMarked
package org.carillon.channel.push.guard;

import org.jspecify.annotations.NullMarked;
