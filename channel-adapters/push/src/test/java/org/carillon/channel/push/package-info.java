/** The push channel as a whole. */
@NullMarked
package org.carillon.channel.push;

import org.jspecify.annotations.NullMarked;
