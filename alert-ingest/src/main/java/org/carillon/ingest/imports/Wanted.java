package org.carillon.ingest.imports;

import org.carillon.schemas.keys.PurposeId;

/**
 * What is to be done with a list.
 *
 * @param confirm whether each number is only asked, and has to answer YES
 */
record Wanted(PurposeId purpose, boolean confirm) {}
