/** SMS through Twilio. */
@NullMarked
package org.carillon.channel.sms;

import org.jspecify.annotations.NullMarked;
