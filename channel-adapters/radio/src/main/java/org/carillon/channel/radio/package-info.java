/** Bulletins for community radio stations. */
@NullMarked
package org.carillon.channel.radio;

import org.jspecify.annotations.NullMarked;
