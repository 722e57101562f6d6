/** The delivery loop: take a group, write intents, call, write outcomes. */
@NullMarked
package org.carillon.channel.core.loop;

import org.jspecify.annotations.NullMarked;
