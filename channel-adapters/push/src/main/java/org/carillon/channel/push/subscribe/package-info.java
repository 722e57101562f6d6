/** How a browser subscribes over HTTP and manages what it subscribed to. */
@NullMarked
package org.carillon.channel.push.subscribe;

import org.jspecify.annotations.NullMarked;
