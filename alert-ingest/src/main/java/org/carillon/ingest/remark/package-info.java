/** What there is to look at before an alert goes out, and the sentence for it in each language of the console. */
@NullMarked
package org.carillon.ingest.remark;

import org.jspecify.annotations.NullMarked;
