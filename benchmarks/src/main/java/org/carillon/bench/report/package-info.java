/** Results as a table for people and as JSON for comparisons. */
@NullMarked
package org.carillon.bench.report;

import org.jspecify.annotations.NullMarked;
