/** The SMS channel as a whole. */
@NullMarked
package org.carillon.channel.sms;

import org.jspecify.annotations.NullMarked;
