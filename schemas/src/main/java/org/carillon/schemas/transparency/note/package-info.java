/** What is signed of the transparency log: checkpoints as signed notes (C2SP tlog-checkpoint and signed-note). */
@NullMarked
package org.carillon.schemas.transparency.note;

import org.jspecify.annotations.NullMarked;
