package org.carillon.hub.demo;

/**
 * Where the push service that the story brings listens, and how the hub reaches it.
 *
 * @param bind address to listen on
 * @param port 0 for any free one
 * @param host name by which the hub reaches it
 */
public record PushAddress(String bind, int port, String host) {
    /** Beside a hub on the same machine. */
    public static final PushAddress LOOPBACK = new PushAddress("127.0.0.1", 0, "localhost");
}
