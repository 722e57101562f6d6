/** Tests of the configuration. */
@NullMarked
package org.carillon.router.config;

import org.jspecify.annotations.NullMarked;
