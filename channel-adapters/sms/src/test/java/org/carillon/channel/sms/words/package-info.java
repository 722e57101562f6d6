/** Tests. */
@NullMarked
package org.carillon.channel.sms.words;

import org.jspecify.annotations.NullMarked;
