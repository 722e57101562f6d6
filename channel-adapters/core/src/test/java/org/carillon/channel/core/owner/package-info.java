/** Tests. */
@NullMarked
package org.carillon.channel.core.owner;

import org.jspecify.annotations.NullMarked;
