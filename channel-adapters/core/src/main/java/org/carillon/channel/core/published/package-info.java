/** What is in force now, for channels that are there for everyone: web and radio. */
@NullMarked
package org.carillon.channel.core.published;

import org.jspecify.annotations.NullMarked;
