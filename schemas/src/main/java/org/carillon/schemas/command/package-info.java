/** What officers ask of the router, and what it decides. */
@NullMarked
package org.carillon.schemas.command;

import org.jspecify.annotations.NullMarked;
