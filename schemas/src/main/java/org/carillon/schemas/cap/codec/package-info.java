/** CAP 1.2 between bytes and records: reader, writer and verdict. */
@NullMarked
package org.carillon.schemas.cap.codec;

import org.jspecify.annotations.NullMarked;
