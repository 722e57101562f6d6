/** Says an alert as a piece of a web page. */
@NullMarked
package org.carillon.rendering.web;

import org.jspecify.annotations.NullMarked;
