/** XML as text with positions: decoded from bytes, hardened, every element with its line and column. */
@NullMarked
package org.carillon.schemas.cap.xml;

import org.jspecify.annotations.NullMarked;
