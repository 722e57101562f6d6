/** The public pages and feeds. */
@NullMarked
package org.carillon.channel.web;

import org.jspecify.annotations.NullMarked;
