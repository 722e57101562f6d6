/** What a station reads on air: scripts of alerts, times and numbers as they are spoken, and how long that takes. */
@NullMarked
package org.carillon.rendering.radio;

import org.jspecify.annotations.NullMarked;
