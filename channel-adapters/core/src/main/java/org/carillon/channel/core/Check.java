package org.carillon.channel.core;

/**
 * Whether a part can do its work now.
 *
 * @param reason for a person, also when all is well
 */
public record Check(boolean ok, String reason) {
    public static Check ok(String reason) {
        return new Check(true, reason);
    }

    public static Check failed(String reason) {
        return new Check(false, reason);
    }
}
