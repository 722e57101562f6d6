package org.carillon.bench.match;

/** A way to find which areas the alerts meet. */
interface Contender {
    /** Pairs of alert and area, from shapes that were read before. */
    int match();

    /** The same from the bytes of the messages. */
    int readAndMatch();
}
