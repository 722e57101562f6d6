package org.carillon.hub.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All that an operator has set, checked. See {@link ConfigKey} for what each value means.
 *
 * @param city the city pack; null for the one that {@code init} installed in the data folder
 * @param twilio null where no SMS is sent
 */
public record HubConfig(
        Path data,
        Path keys,
        @Nullable Path city,
        Http http,
        Endpoint management,
        Kafka kafka,
        Simulator simulator,
        @Nullable Twilio twilio) {

    /**
     * The public port.
     *
     * @param publicUrl how the outside reaches it, without a slash at the end
     */
    public record Http(Endpoint endpoint, URI publicUrl) {}

    /**
     * Which Kafka.
     *
     * @param bootstrap of an external cluster; null for the embedded broker
     * @param clientFile more properties for clients of an external cluster
     * @param embedded where the embedded broker listens
     */
    public record Kafka(
            @Nullable String bootstrap, @Nullable Path clientFile, Endpoint embedded) {
        /** True unless a cluster is configured. */
        public boolean isEmbedded() {
            return bootstrap == null;
        }
    }

    /** The Twilio simulator, where it is started with the hub. */
    public record Simulator(Endpoint endpoint, Path data) {}

    /**
     * The account at Twilio.
     *
     * @param from the number (E.164) or Messaging Service that sends
     */
    public record Twilio(String accountSid, Secret authToken, String from, URI baseUrl) {}
}
