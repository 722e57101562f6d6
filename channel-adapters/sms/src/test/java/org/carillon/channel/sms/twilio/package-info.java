/** Against the simulator, through HTTP. */
@NullMarked
package org.carillon.channel.sms.twilio;

import org.jspecify.annotations.NullMarked;
