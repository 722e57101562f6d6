package org.carillon.simulator.account;

/** Who acts on STOP, START and HELP. */
public enum OptOut {
    /** The hub alone; the provider only passes the words on. */
    HUB,
    /** The provider, too: STOP blocks the number, and the provider confirms it. */
    CARRIER,
    /** As {@link #CARRIER}, and the webhook says so in {@code OptOutType} (Twilio's Advanced Opt-Out). */
    ADVANCED
}
