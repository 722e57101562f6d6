/** Where the text of a message comes from. */
@NullMarked
package org.carillon.channel.core.text;

import org.jspecify.annotations.NullMarked;
