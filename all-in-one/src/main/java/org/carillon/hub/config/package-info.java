/** Everything that an operator can set: the one place where flags, environment and configuration file are read. */
@NullMarked
package org.carillon.hub.config;

import org.jspecify.annotations.NullMarked;
