/** What Twilio calls: texts from residents and news of what became of messages. */
@NullMarked
package org.carillon.channel.sms.webhook;

import org.jspecify.annotations.NullMarked;
