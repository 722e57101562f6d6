/** The benchmarks as commands. */
@NullMarked
package org.carillon.bench.cli;

import org.jspecify.annotations.NullMarked;
