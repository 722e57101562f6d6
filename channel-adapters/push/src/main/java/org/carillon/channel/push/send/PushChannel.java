package org.carillon.channel.push.send;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.Check;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.Outcome;
import org.carillon.channel.core.Outcome.Scope;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.KeyRingException;
import org.carillon.schemas.keys.PurposeEndedException;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.keys.PushContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.net.EndpointGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Web push. The endpoint of a browser exists in the clear for the time of a call, and nowhere else. */
public final class PushChannel implements Channel, AutoCloseable {
    public static final String NAME = "push";

    private static final Logger LOGGER = LoggerFactory.getLogger(PushChannel.class);
    private static final int ALARMING = 20;
    private static final int ID_BYTES = 12;
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(1);

    private final PushSettings settings;
    private final KeyRing keys;
    private final Vapid vapid;
    private final EndpointGuard guard;
    private final Clock clock;
    private final Origins origins;
    private final PushCall call;
    private final AtomicInteger unidentified = new AtomicInteger();
    private final AtomicReference<Instant> alarmed = new AtomicReference<>(Instant.EPOCH);

    public PushChannel(PushSettings settings, KeyRing keys, Vapid vapid, EndpointGuard guard, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.vapid = vapid;
        this.guard = guard;
        this.clock = clock;
        this.origins = new Origins(clock);
        this.call = new PushCall(settings.timeout());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome deliver(Message message) {
        PurposeId purpose = new PurposeId(message.task().purpose());
        PushContact contact;
        SubscriptionId subscription;
        try {
            contact = keys.openPush(purpose, message.task().contact());
            subscription = keys.subscriptionId(purpose, keys.contactId(contact));
        } catch (PurposeEndedException e) {
            return new Outcome.Refused("purpose-ended");
        } catch (KeyRingException | IllegalArgumentException e) {
            return new Outcome.Refused("contact-unreadable");
        }
        PushRequest request;
        try {
            request = PushRequest.of(message, contact, clock.instant());
        } catch (RuntimeException e) {
            // Whatever the library throws for keys that are none; its text could quote them.
            return new Outcome.Refused("browser-key");
        }
        Delivery delivery = new Delivery(message, request, subscription, System.nanoTime());
        return delivery.to(contact.endpoint(), true);
    }

    /** Nobody can be asked, and nobody need be: sent again under the same topic and tag it takes the place of the first. */
    @Override
    public Found lookup(Message message, Instant since) {
        return new Found.Repeatable();
    }

    @Override
    public Check check() {
        return unidentified.get() < ALARMING
                ? Check.ok("sends web push")
                : Check.failed("push services do not accept the hub's key or clock (401, 403)");
    }

    @Override
    public void close() {
        call.close();
    }

    /** One delivery, with at most one redirect. */
    private final class Delivery {
        private final Message message;
        private final PushRequest request;
        private final SubscriptionId subscription;
        private final long began;

        Delivery(Message message, PushRequest request, SubscriptionId subscription, long began) {
            this.message = message;
            this.request = request;
            this.subscription = subscription;
            this.began = began;
        }

        Outcome to(String endpoint, boolean mayFollow) {
            return switch (guard.look(endpoint)) {
                case EndpointGuard.Answer.Allowed allowed -> rested(allowed.endpoint(), mayFollow);
                case EndpointGuard.Answer.Forbidden forbidden -> new Outcome.Refused("endpoint-forbidden");
                case EndpointGuard.Answer.Unresolved unresolved ->
                    new Outcome.Deferred("no-such-host", Optional.empty(), Scope.MESSAGE);
            };
        }

        private Outcome rested(URI endpoint, boolean mayFollow) {
            Optional<Duration> rest = origins.rest(Origins.of(endpoint));
            return rest.isPresent()
                    ? new Outcome.Deferred("service-busy", rest, Scope.MESSAGE)
                    : called(endpoint, mayFollow);
        }

        private Outcome called(URI endpoint, boolean mayFollow) {
            Duration left = settings.timeout().minusNanos(System.nanoTime() - began);
            if (!left.isPositive()) {
                return new Outcome.Deferred("time-out", Optional.empty(), Scope.MESSAGE);
            }
            return switch (call.send(request.to(endpoint, vapid.header(endpoint)), left)) {
                case PushCall.Reply.Silence silence -> {
                    origins.silent(Origins.of(endpoint));
                    yield silence.surelyNotSent()
                            ? new Outcome.Deferred(silence.reason(), Optional.empty(), Scope.MESSAGE)
                            : new Outcome.InDoubt(silence.reason());
                }
                case PushCall.Reply.Answer answer -> answered(endpoint, answer, mayFollow);
            };
        }

        private Outcome answered(URI endpoint, PushCall.Reply.Answer answer, boolean mayFollow) {
            int status = answer.status();
            if (mayFollow && (status == 301 || status == 307 || status == 308)) {
                return answer.location()
                        .flatMap(location -> resolved(endpoint, location))
                        .map(moved -> to(moved, false))
                        .orElseGet(() -> new Outcome.Refused("http-" + status));
            }
            note(endpoint, answer);
            return PushAnswers.outcome(
                    status,
                    PushAnswers.retryAfter(answer.retryAfter(), clock),
                    message.attempt(),
                    answer.location()
                            .map(location -> PushRequest.hash(location, ID_BYTES))
                            .orElse("unnamed"),
                    subscription);
        }

        private void note(URI endpoint, PushCall.Reply.Answer answer) {
            String origin = Origins.of(endpoint);
            switch (answer.status()) {
                case 429, 503 -> origins.busy(origin, PushAnswers.retryAfter(answer.retryAfter(), clock));
                default -> origins.answered(origin);
            }
            if (answer.status() == 401 || answer.status() == 403) {
                unidentified.incrementAndGet();
            } else if (answer.status() < 300) {
                unidentified.set(0);
            }
            if (PushAnswers.isAlarm(answer.status()) && isTimeForAlarm()) {
                LOGGER.atError()
                        .addKeyValue("deliveryId", message.id().path())
                        .addKeyValue("status", answer.status())
                        .log("a push service refuses what the hub sends");
            }
        }

        /** A subscription that a stranger made up would otherwise fill the log. */
        private boolean isTimeForAlarm() {
            Instant now = clock.instant();
            Instant last = alarmed.get();
            return now.isAfter(last.plus(BETWEEN_ALARMS)) && alarmed.compareAndSet(last, now);
        }

        private static Optional<String> resolved(URI endpoint, String location) {
            try {
                return Optional.of(endpoint.resolve(location).toString());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
