/** Tests of the package. */
@NullMarked
package org.carillon.channel.radio.station;

import org.jspecify.annotations.NullMarked;
