/** The phones: what people and checks see and do outside Twilio's own API. */
@NullMarked
package org.carillon.simulator.phone;

import org.jspecify.annotations.NullMarked;
