/** Twilio's Messages resource over HTTP. */
@NullMarked
package org.carillon.simulator.api;

import org.jspecify.annotations.NullMarked;
