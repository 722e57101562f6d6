/** What a console page is made of: requests, answers, forms and their errors, texts, layout. */
@NullMarked
package org.carillon.ingest.console.page;

import org.jspecify.annotations.NullMarked;
