/** Tests of the radio channel. */
@NullMarked
package org.carillon.channel.radio;

import org.jspecify.annotations.NullMarked;
