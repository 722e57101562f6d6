/** The pages that everyone may read, one class for each kind. */
@NullMarked
package org.carillon.channel.web.page;

import org.jspecify.annotations.NullMarked;
