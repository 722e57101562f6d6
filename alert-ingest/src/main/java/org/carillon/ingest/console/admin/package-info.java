/** Officers, stations and the acts that need a second administrator. */
@NullMarked
package org.carillon.ingest.console.admin;

import org.jspecify.annotations.NullMarked;
