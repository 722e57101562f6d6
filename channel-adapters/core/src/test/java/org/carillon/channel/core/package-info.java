/** The arrows of this module. */
@NullMarked
package org.carillon.channel.core;

import org.jspecify.annotations.NullMarked;
