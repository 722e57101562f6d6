/** What a resident's text could mean: every word in every language. */
@NullMarked
package org.carillon.channel.sms.words;

import org.jspecify.annotations.NullMarked;
