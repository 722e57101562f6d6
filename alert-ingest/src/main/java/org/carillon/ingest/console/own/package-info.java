/** An officer's own account: password, authenticator app, sessions, token. */
@NullMarked
package org.carillon.ingest.console.own;

import org.jspecify.annotations.NullMarked;
