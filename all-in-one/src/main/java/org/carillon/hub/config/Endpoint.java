package org.carillon.hub.config;

import java.net.InetSocketAddress;

/**
 * Where a server of the hub listens.
 *
 * @param port 0 for any free one
 */
public record Endpoint(String host, int port) {
    /** The address to bind to. */
    @SuppressWarnings("AddressSelection") // a server listens on one address; which one is for the operator to say
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
