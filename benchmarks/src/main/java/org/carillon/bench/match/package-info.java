/** Areas of alerts against areas of subscribers, as the hub finds them and as others do. */
@NullMarked
package org.carillon.bench.match;

import org.jspecify.annotations.NullMarked;
