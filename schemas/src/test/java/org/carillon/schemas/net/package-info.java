@NullMarked
package org.carillon.schemas.net;

import org.jspecify.annotations.NullMarked;
