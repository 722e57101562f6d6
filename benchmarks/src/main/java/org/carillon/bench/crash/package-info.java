/** Nobody missed and nobody doubled, whichever process is killed while an alert goes out and subscriptions change. */
@NullMarked
package org.carillon.bench.crash;

import org.jspecify.annotations.NullMarked;
