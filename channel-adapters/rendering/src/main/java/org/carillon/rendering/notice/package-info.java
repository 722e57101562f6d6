/** What every channel renders from, and what a renderer answers. */
@NullMarked
package org.carillon.rendering.notice;

import org.jspecify.annotations.NullMarked;
