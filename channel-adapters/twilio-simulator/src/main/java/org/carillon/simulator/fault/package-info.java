/** Misbehaviour on request, for tests of the hub. */
@NullMarked
package org.carillon.simulator.fault;

import org.jspecify.annotations.NullMarked;
