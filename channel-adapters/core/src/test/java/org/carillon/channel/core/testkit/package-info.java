/** A real broker, a provider that can fail, and the contract that every channel passes. */
@NullMarked
package org.carillon.channel.core.testkit;

import org.jspecify.annotations.NullMarked;
