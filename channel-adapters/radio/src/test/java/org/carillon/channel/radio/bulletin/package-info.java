/** Tests of the package. */
@NullMarked
package org.carillon.channel.radio.bulletin;

import org.jspecify.annotations.NullMarked;
