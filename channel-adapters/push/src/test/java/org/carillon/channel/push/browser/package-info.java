@NullMarked
package org.carillon.channel.push.browser;

import org.jspecify.annotations.NullMarked;
