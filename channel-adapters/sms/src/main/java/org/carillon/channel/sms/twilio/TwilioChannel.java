package org.carillon.channel.sms.twilio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.carillon.channel.core.Channel;
import org.carillon.channel.core.Check;
import org.carillon.channel.core.Found;
import org.carillon.channel.core.Message;
import org.carillon.channel.core.Outcome;
import org.carillon.rendering.sms.Segmentation;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.KeyRingException;
import org.carillon.schemas.keys.PurposeEndedException;
import org.carillon.schemas.keys.PurposeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SMS through Twilio. The number of a resident exists in the clear for the time of a call, and nowhere else. */
public final class TwilioChannel implements Channel {
    public static final String NAME = "sms";
    /** Where the status call-backs of a delivery go, below the public base. */
    public static final String STATUS_PATH = "/sms/twilio/status/";

    private static final Logger LOGGER = LoggerFactory.getLogger(TwilioChannel.class);
    private static final int MAX_VALIDITY = 36_000;
    private static final long PAGE = 50;
    private static final int MOST_READ = 1000;
    /** How far the clocks of hub and provider may differ. An alert's text is its own, an answer's may come again. */
    private static final Duration SLACK_ALERT = Duration.ofHours(1);

    private static final Duration SLACK_REPLY = Duration.ofSeconds(5);

    private final TwilioSettings settings;
    private final KeyRing keys;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final java.net.http.HttpClient http;

    public TwilioChannel(TwilioSettings settings, KeyRing keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.http = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.timeout().dividedBy(2))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int cost(String body) {
        return Segmentation.of(body).count();
    }

    @Override
    public Outcome deliver(Message message) {
        OneCall call = call();
        try {
            E164 to = keys.open(
                    new PurposeId(message.task().purpose()), message.task().contact());
            String sid = creator(to, message).create(client(call)).getSid();
            return new Outcome.Accepted(sid);
        } catch (CallFailedException e) {
            return e.surelyNotSent()
                    ? new Outcome.Deferred(e.reason(), Optional.empty(), Outcome.Scope.SENDER)
                    : new Outcome.InDoubt(e.reason());
        } catch (ApiException e) {
            return refused(call, Optional.ofNullable(e.getCode()));
        } catch (TwilioException e) {
            return refused(call, Optional.empty());
        } catch (PurposeEndedException e) {
            return new Outcome.Refused("purpose-ended");
        } catch (KeyRingException e) {
            return new Outcome.Refused("contact-unreadable");
        }
    }

    @Override
    public Found lookup(Message message, Instant since) {
        try {
            E164 to = keys.open(
                    new PurposeId(message.task().purpose()), message.task().contact());
            return find(to, message.body().strip(), earliest(message.id(), since));
        } catch (CallFailedException e) {
            return new Found.Unknown(e.reason());
        } catch (ApiException e) {
            return new Found.Unknown("error-" + e.getCode());
        } catch (TwilioException | KeyRingException e) {
            return new Found.Unknown(e.getClass().getSimpleName());
        }
    }

    @Override
    public Check check() {
        return Check.ok("sends through " + settings.baseUri().getHost());
    }

    /**
     * Newest first, back to {@code earliest}. Not filtered by Twilio's {@code DateSent}: a message that waits there has none yet.
     */
    private Found find(E164 to, String body, Instant earliest) {
        MessageReader reader = new MessageReader(settings.accountSid())
                .setTo(new PhoneNumber(to.value()))
                .setPageSize(PAGE);
        int read = 0;
        for (com.twilio.rest.api.v2010.account.Message known : reader.read(client(call()))) {
            ZonedDateTime created = known.getDateCreated();
            // The SDK's own limit would be sent as a second page size.
            if (++read > MOST_READ || (created != null && created.toInstant().isBefore(earliest))) {
                break;
            }
            if (known.getDirection() != Direction.INBOUND
                    && known.getBody() != null
                    && known.getBody().strip().equals(body)) {
                return found(known);
            }
        }
        return new Found.NotThere();
    }

    private static Found found(com.twilio.rest.api.v2010.account.Message known) {
        DeliveryStatus status =
                TwilioStatus.parse(String.valueOf(known.getStatus())).orElse(DeliveryStatus.SENT);
        Integer code = known.getErrorCode();
        return new Found.Accepted(known.getSid(), status, code == null ? null : code.toString());
    }

    private static Instant earliest(DeliveryId id, Instant since) {
        return switch (id) {
            case DeliveryId.OfAlert alert -> since.minus(SLACK_ALERT);
            case DeliveryId.OfReply reply -> since.minus(SLACK_REPLY);
        };
    }

    private MessageCreator creator(E164 to, Message message) {
        PhoneNumber number = new PhoneNumber(to.value());
        MessageCreator creator = switch (settings.sender()) {
            case TwilioSettings.From.OwnNumber from ->
                new MessageCreator(settings.accountSid(), number, new PhoneNumber(from.e164()), message.body());
            case TwilioSettings.From.Service service ->
                new MessageCreator(settings.accountSid(), number, service.sid(), message.body());
        };
        return creator.setStatusCallback(
                        settings.publicBase() + STATUS_PATH + message.id().path())
                .setValidityPeriod(validity(message.expires()))
                .setSmartEncoded(false)
                .setShortenUrls(false);
    }

    private int validity(Instant expires) {
        long seconds = Duration.between(clock.instant(), expires).toSeconds();
        return Math.clamp(seconds, 1, MAX_VALIDITY);
    }

    private static Outcome refused(OneCall call, Optional<Integer> code) {
        Outcome outcome =
                TwilioErrors.outcome(call.status(), code, TwilioErrors.retryAfter(call.header("Retry-After")));
        if (outcome instanceof Outcome.Deferred deferred && deferred.scope() == Outcome.Scope.SENDER) {
            LOGGER.atError().addKeyValue("code", deferred.code()).log("Twilio takes nothing from this sender");
        }
        return outcome;
    }

    private OneCall call() {
        return new OneCall(http, settings.baseUri(), settings.timeout());
    }

    private TwilioRestClient client(OneCall call) {
        return new QuietClient(new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .accountSid(settings.accountSid())
                .objectMapper(mapper)
                .httpClient(call));
    }

    /** The SDK's client would log number and text at its debug level. */
    private static final class QuietClient extends TwilioRestClient {
        QuietClient(Builder builder) {
            super(builder);
        }

        @Override
        public void logRequest(com.twilio.http.Request request) {
            // Deliberately nothing.
        }
    }
}
