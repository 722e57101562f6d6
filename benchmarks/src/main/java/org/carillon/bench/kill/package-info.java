/** The proof that a killed hub misses nobody and tells nobody twice. */
@NullMarked
package org.carillon.bench.kill;

import org.jspecify.annotations.NullMarked;
