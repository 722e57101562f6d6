/** Who may send for a sender, and until when. */
@NullMarked
package org.carillon.channel.core.owner;

import org.jspecify.annotations.NullMarked;
