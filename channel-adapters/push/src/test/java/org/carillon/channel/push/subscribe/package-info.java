@NullMarked
package org.carillon.channel.push.subscribe;

import org.jspecify.annotations.NullMarked;
