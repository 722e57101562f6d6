/** The public log for everyone: entries, signed head and proofs, from its topic and nothing else. */
@NullMarked
package org.carillon.channel.web.transparency;

import org.jspecify.annotations.NullMarked;
