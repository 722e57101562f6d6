/** Messages to push services: encryption, identification, one call, and what its answer means. */
@NullMarked
package org.carillon.channel.push.send;

import org.jspecify.annotations.NullMarked;
