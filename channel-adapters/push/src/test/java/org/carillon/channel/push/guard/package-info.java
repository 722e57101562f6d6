@NullMarked
package org.carillon.channel.push.guard;

import org.jspecify.annotations.NullMarked;
