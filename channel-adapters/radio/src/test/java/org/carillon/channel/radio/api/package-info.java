/** Tests of the package. */
@NullMarked
package org.carillon.channel.radio.api;

import org.jspecify.annotations.NullMarked;
