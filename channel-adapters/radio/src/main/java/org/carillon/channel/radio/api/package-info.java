/** What stations call: bulletins in several forms, reports of airing, the heartbeat. */
@NullMarked
package org.carillon.channel.radio.api;

import org.jspecify.annotations.NullMarked;
