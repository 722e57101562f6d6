/** Tests of residents' dialogues. */
@NullMarked
package org.carillon.router.resident;

import org.jspecify.annotations.NullMarked;
