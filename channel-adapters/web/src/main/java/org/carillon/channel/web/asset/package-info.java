/** Style sheet, icon and scripts, as files whose names change with what they hold. */
@NullMarked
package org.carillon.channel.web.asset;

import org.jspecify.annotations.NullMarked;
