package org.carillon.simulator.message;

/** Which way a message went, in Twilio's words. */
public enum Direction {
    INBOUND("inbound"),
    OUTBOUND_API("outbound-api"),
    OUTBOUND_REPLY("outbound-reply");

    private final String wireName;

    Direction(String wireName) {
        this.wireName = wireName;
    }

    /** The name in Twilio's JSON. */
    public String wireName() {
        return wireName;
    }
}
