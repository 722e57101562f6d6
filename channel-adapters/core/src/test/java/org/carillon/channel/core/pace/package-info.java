/** Tests. */
@NullMarked
package org.carillon.channel.core.pace;

import org.jspecify.annotations.NullMarked;
