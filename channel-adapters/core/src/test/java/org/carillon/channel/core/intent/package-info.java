/** Tests. */
@NullMarked
package org.carillon.channel.core.intent;

import org.jspecify.annotations.NullMarked;
