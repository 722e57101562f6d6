/** What all pages and feeds share: the city, its languages, its addresses. */
@NullMarked
package org.carillon.channel.web.site;

import org.jspecify.annotations.NullMarked;
