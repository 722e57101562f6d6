/** The public pages, asked through a real server. */
@NullMarked
package org.carillon.channel.web;

import org.jspecify.annotations.NullMarked;
