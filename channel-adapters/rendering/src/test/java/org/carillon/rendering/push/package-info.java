@NullMarked
package org.carillon.rendering.push;

import org.jspecify.annotations.NullMarked;
