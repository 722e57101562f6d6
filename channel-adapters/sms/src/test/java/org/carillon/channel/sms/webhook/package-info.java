/** Tests. */
@NullMarked
package org.carillon.channel.sms.webhook;

import org.jspecify.annotations.NullMarked;
