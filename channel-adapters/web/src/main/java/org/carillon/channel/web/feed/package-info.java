/** Alerts in force for other programs: Atom, GeoJSON, JSON, CAP. */
@NullMarked
package org.carillon.channel.web.feed;

import org.jspecify.annotations.NullMarked;
