/** Web push to browsers. */
@NullMarked
package org.carillon.channel.push;

import org.jspecify.annotations.NullMarked;
