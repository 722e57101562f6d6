/** Submits a folder of CAP files to a hub, as a partner's system would. */
@NullMarked
package org.carillon.hub.replay;

import org.jspecify.annotations.NullMarked;
