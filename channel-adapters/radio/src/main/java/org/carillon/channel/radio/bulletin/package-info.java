/** What a station reads: the scripts of what is in force, put together so that they fit its slot. */
@NullMarked
package org.carillon.channel.radio.bulletin;

import org.jspecify.annotations.NullMarked;
