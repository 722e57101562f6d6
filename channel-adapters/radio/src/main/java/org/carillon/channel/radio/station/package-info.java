/** The stations: who asks, and what they report. */
@NullMarked
package org.carillon.channel.radio.station;

import org.jspecify.annotations.NullMarked;
