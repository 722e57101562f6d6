/** Sending through Twilio: one call, no hidden retry, every answer mapped to an outcome. */
@NullMarked
package org.carillon.channel.sms.twilio;

import org.jspecify.annotations.NullMarked;
