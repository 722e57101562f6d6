/** Which alerts everyone may see now, and in which language. */
@NullMarked
package org.carillon.channel.web.alerts;

import org.jspecify.annotations.NullMarked;
