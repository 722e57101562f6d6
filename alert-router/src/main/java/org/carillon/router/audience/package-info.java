/** Who gets an alert: fan-out over the audience index in resumable slices, who was cut, and what became of them. */
@NullMarked
package org.carillon.router.audience;

import org.jspecify.annotations.NullMarked;
