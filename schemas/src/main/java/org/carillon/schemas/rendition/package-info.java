/** An alert as one channel says it in one language and one format. */
@NullMarked
package org.carillon.schemas.rendition;

import org.jspecify.annotations.NullMarked;
