/** Answers to residents, as the city and the language say them. */
@NullMarked
package org.carillon.channel.sms.reply;

import org.jspecify.annotations.NullMarked;
