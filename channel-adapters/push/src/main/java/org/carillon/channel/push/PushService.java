package org.carillon.channel.push;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.carillon.channel.core.Check;
import org.carillon.channel.core.loop.Counts;
import org.carillon.channel.core.loop.DeliveryLoop;
import org.carillon.channel.core.loop.Routes;
import org.carillon.channel.push.send.PushChannel;
import org.carillon.channel.push.send.Vapid;
import org.carillon.channel.push.subscribe.SubscriptionApi;
import org.carillon.channel.push.subscribe.SubscriptionGateway;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.topic.Topics;

/** The push channel: the delivery loop to push services, and {@code /push/v1} for browsers. */
public final class PushService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PushChannel channel;
    private final DeliveryLoop loop;
    private final SubscriptionGateway gateway;
    private final SubscriptionApi api;

    /** Connects to Kafka; sends nothing yet. */
    public PushService(PushConfig config, KeyRing keys, Clock clock) {
        EndpointGuard guard = new EndpointGuard(config.settings().allowInsecureEndpoints());
        Vapid vapid = new Vapid(keys.vapidKeys(), config.settings().subject(), clock);
        Routes routes = new Routes(
                Topics.PUSH_URGENT,
                Optional.empty(),
                Topics.PUSH_ROUTINE,
                Topics.PUSH_INTENTS,
                Topics.PUSH_SENDERS,
                Optional.of(Topics.SUBSCRIPTION_COMMANDS));
        channel = new PushChannel(config.settings(), keys, vapid, guard, clock);
        loop = new DeliveryLoop(config.loop(), routes, channel, clock);
        gateway = new SubscriptionGateway(config.loop().kafka(), PATIENCE);
        api = new SubscriptionApi(
                config.city(), keys, vapid.publicKey(), gateway, guard, config.requestsPerMinute(), clock);
    }

    /** Starts to send; returns at once. */
    public void start() {
        loop.start();
    }

    /** Adds {@code /push/v1} to a router. */
    public void mount(Router router) {
        api.mount(router);
    }

    /** Why it cannot send just now, or empty. */
    public Optional<String> notReady() {
        Check check = loop.check();
        return check.ok() ? Optional.empty() : Optional.of(check.reason());
    }

    /** What the sender has done since the start. */
    public Counts counts() {
        return loop.counts();
    }

    /** Finishes the calls under way, writes their outcomes and gives the sender up; takes at most 8 seconds. */
    @Override
    public void close() {
        loop.close();
        channel.close();
        gateway.close();
    }
}
