/** The benchmarks from start to result: warm-up, rounds, medians, table and file. */
@NullMarked
package org.carillon.bench.suite;

import org.jspecify.annotations.NullMarked;
