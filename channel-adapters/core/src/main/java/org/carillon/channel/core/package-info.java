/** What every channel shares: delivery loop, gate, intents, receipts. */
@NullMarked
package org.carillon.channel.core;

import org.jspecify.annotations.NullMarked;
