@NullMarked
package org.carillon.channel.push.send;

import org.jspecify.annotations.NullMarked;
