/** A browser and its push service for tests and the demo, built on nothing that the sender uses. */
@NullMarked
package org.carillon.channel.push.browser;

import org.jspecify.annotations.NullMarked;
