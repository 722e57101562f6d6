/** The simulated account: its credentials, its number and where its webhooks go, kept in the data folder. */
@NullMarked
package org.carillon.simulator.account;

import org.jspecify.annotations.NullMarked;
