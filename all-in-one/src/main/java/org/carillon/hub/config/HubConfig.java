package org.carillon.hub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.carillon.ingest.alerts.Price;
import org.jspecify.annotations.Nullable;

/**
 * All that an operator has set, checked. See {@link ConfigKey} for what each value means.
 *
 * @param city the city pack; null for the one that {@code init} installed in the data folder
 * @param channels names of the channels that this hub has
 * @param instance name of this process among those of its kind on a cluster
 * @param twilio null where no SMS is sent
 * @param insecureFeeds feeds by http and at private addresses, too; null for what the command says
 */
public record HubConfig(
        Path data,
        Path keys,
        @Nullable Path city,
        List<String> channels,
        String instance,
        Http http,
        Endpoint management,
        Kafka kafka,
        Simulator simulator,
        @Nullable Twilio twilio,
        Approval approval,
        Push push,
        @Nullable Boolean insecureFeeds) {
    /** Every channel that there is. */
    public static final List<String> ALL_CHANNELS = List.of("sms", "web", "radio", "push");

    public HubConfig {
        channels = List.copyOf(channels);
    }

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
     * @param partsPerSecond the sender's limit; null for none
     * @param pricePerPart null where nobody has said it
     */
    public record Twilio(
            String accountSid,
            Secret authToken,
            String from,
            URI baseUrl,
            @Nullable Double partsPerSecond,
            @Nullable Price pricePerPart) {}

    /**
     * Whom an alert waits for, and how long.
     *
     * @param deputiesAfter when deputies are told
     * @param aloneAfter when its author may issue an Extreme one alone; null for never
     */
    public record Approval(Duration deputiesAfter, @Nullable Duration aloneAfter) {}

    /**
     * Web Push.
     *
     * @param contact {@code mailto:} or {@code https:} address that push services can turn to (RFC 8292, 2.1)
     * @param allowInsecureEndpoints http and private addresses, too; null for what the command says
     */
    public record Push(URI contact, @Nullable Boolean allowInsecureEndpoints) {}
}
