/** Who asks: bearer tokens, password hashes, accounts. */
@NullMarked
package org.carillon.ingest.auth;

import org.jspecify.annotations.NullMarked;
