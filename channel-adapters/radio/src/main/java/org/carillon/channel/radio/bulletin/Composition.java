package org.carillon.channel.radio.bulletin;

/** A bulletin, or why there can be none. */
public sealed interface Composition {
    /** It fits the slot. */
    record Fits(Bulletin bulletin) implements Composition {}

    /** Not even what matters most of the gravest alert fits: nothing is given, because half an instruction is worse than none. */
    record TooShort(int secondsNeeded) implements Composition {}
}
