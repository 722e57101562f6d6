/** Tests. */
@NullMarked
package org.carillon.channel.core.gate;

import org.jspecify.annotations.NullMarked;
