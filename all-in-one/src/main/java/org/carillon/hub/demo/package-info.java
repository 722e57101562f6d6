/** The demonstration: accounts, the file that describes a running demo, and the story. */
@NullMarked
package org.carillon.hub.demo;

import org.jspecify.annotations.NullMarked;
