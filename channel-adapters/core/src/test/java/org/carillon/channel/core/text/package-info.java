/** Tests. */
@NullMarked
package org.carillon.channel.core.text;

import org.jspecify.annotations.NullMarked;
