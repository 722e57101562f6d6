@NullMarked
package org.carillon.rendering.template;

import org.jspecify.annotations.NullMarked;
