/** What this machine's Kafka moves by itself, without any of our work. */
@NullMarked
package org.carillon.bench.raw;

import org.jspecify.annotations.NullMarked;
