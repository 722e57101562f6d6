package org.carillon.rendering.notice;

import org.carillon.schemas.rendition.Rendition;

/** A rendition, or why there can be none. */
public sealed interface Rendered {
    /** To be frozen at approval and sent verbatim. */
    record Ready(Rendition rendition) implements Rendered {}

    /**
     * Even in the shortest form that keeps the instruction whole it does not fit the channel: the alert has to be refused.
     *
     * @param excess by how many characters the instruction (or the plain text) has to become shorter
     */
    record TooLong(int excess) implements Rendered {}
}
