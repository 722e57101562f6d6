/** Signing in and out, and the second factor. */
@NullMarked
package org.carillon.ingest.console.signin;

import org.jspecify.annotations.NullMarked;
