/** Tests. */
@NullMarked
package org.carillon.channel.sms.reply;

import org.jspecify.annotations.NullMarked;
