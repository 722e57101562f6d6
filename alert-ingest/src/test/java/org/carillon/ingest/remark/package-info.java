@NullMarked
package org.carillon.ingest.remark;

import org.jspecify.annotations.NullMarked;
