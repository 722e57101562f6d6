package org.carillon.simulator;

import java.net.URI;
import java.nio.file.Path;
import org.carillon.simulator.account.OptOut;
import org.jspecify.annotations.Nullable;

/**
 * How to start a simulator. What is null is taken from the data folder, or made up there at the first start; what is
 * given replaces what the folder has.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param data the folder that makes it remember
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param hubNumber the number that belongs to the account, E.164
 * @param inboundUrl where texts to that number are announced
 * @param optOut who acts on STOP; the hub alone unless said otherwise
 */
public record SimulatorConfig(
        String host,
        int port,
        Path data,
        @Nullable String accountSid,
        @Nullable String authToken,
        @Nullable String hubNumber,
        @Nullable URI inboundUrl,
        @Nullable OptOut optOut) {

    /** On loopback, with the account that the folder has or gets. */
    public static SimulatorConfig of(int port, Path data) {
        return new SimulatorConfig("127.0.0.1", port, data, null, null, null, null, null);
    }

    /** Listening on another address, such as a container's. */
    public SimulatorConfig withHost(String other) {
        return new SimulatorConfig(other, port, data, accountSid, authToken, hubNumber, inboundUrl, optOut);
    }

    /** With credentials known beforehand. */
    public SimulatorConfig withCredentials(String sid, String token) {
        return new SimulatorConfig(host, port, data, sid, token, hubNumber, inboundUrl, optOut);
    }

    /** With the hub's number known beforehand. */
    public SimulatorConfig withHubNumber(String number) {
        return new SimulatorConfig(host, port, data, accountSid, authToken, number, inboundUrl, optOut);
    }

    /** With the hub's webhook for texts. */
    public SimulatorConfig withInboundUrl(URI url) {
        return new SimulatorConfig(host, port, data, accountSid, authToken, hubNumber, url, optOut);
    }

    /** With this treatment of STOP. */
    public SimulatorConfig withOptOut(OptOut who) {
        return new SimulatorConfig(host, port, data, accountSid, authToken, hubNumber, inboundUrl, who);
    }

    @Override
    public String toString() {
        return "SimulatorConfig[host=" + host + ", port=" + port + ", data=" + data + "]";
    }
}
