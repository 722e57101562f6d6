package org.carillon.simulator.message;

import java.util.UUID;

/** Names for things as Twilio forms them: two letters and 32 hexadecimal digits. */
public final class Sid {
    private Sid() {}

    /** A new name with this prefix, {@code SM} for messages. */
    public static String random(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
