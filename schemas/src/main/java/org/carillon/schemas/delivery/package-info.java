/** Batches on their way to a channel, the marks around a provider's call, receipts and the gate. */
@NullMarked
package org.carillon.schemas.delivery;

import org.jspecify.annotations.NullMarked;
