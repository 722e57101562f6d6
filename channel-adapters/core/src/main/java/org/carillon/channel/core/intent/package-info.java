/** Deliveries with an intent and no final outcome, in memory and as rebuilt from the intents topic. */
@NullMarked
package org.carillon.channel.core.intent;

import org.jspecify.annotations.NullMarked;
