package org.carillon.channel.sms.webhook;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.carillon.channel.sms.twilio.TwilioChannel;
import org.carillon.channel.sms.twilio.TwilioSettings;
import org.carillon.channel.sms.twilio.TwilioStatus;
import org.carillon.channel.sms.words.Grammar;
import org.carillon.schemas.delivery.DeliveryId;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.delivery.Receipt;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.PurposeId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two URLs that Twilio calls. Nothing is answered with 2xx before Kafka has it: on 503 Twilio calls again, and what comes
 * twice is known by its message id. Replies go out as messages of their own, never as TwiML.
 */
public final class SmsWebhooks implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SmsWebhooks.class);
    private static final String INBOUND = "/sms/twilio/inbound";
    private static final long MOST_BYTES = 64 * 1024L;
    /** Calls that wait for Kafka; with more of them Twilio is asked to come again. */
    private static final int MOST_WAITING = 512;

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> OPT_OUT_TYPES = Set.of("STOP", "START", "HELP");

    private final SignatureCheck signature;
    private final Intake intake;
    private final Grammar grammar;
    private final KeyRing keys;
    private final PurposeId purpose;
    private final Clock clock;
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_WAITING);

    /**
     * Makes them.
     *
     * @param purpose under whose keyset the numbers of those who write are sealed
     */
    public SmsWebhooks(
            TwilioSettings twilio, Intake intake, Grammar grammar, KeyRing keys, PurposeId purpose, Clock clock) {
        this.signature = new SignatureCheck(twilio.authToken(), twilio.publicBase());
        this.intake = intake;
        this.grammar = grammar;
        this.keys = keys;
        this.purpose = purpose;
        this.clock = clock;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.post(INBOUND).handler(body()).handler(context -> signed(context, this::inbound));
        router.post(TwilioChannel.STATUS_PATH + ":deliveryId")
                .handler(body())
                .handler(context -> signed(context, this::status));
    }

    private static BodyHandler body() {
        return BodyHandler.create(false).setBodyLimit(MOST_BYTES);
    }

    private void signed(RoutingContext context, Function<RoutingContext, Integer> work) {
        HttpServerRequest request = context.request();
        if (!signature.holds(request.uri(), request.formAttributes(), request.getHeader("X-Twilio-Signature"))) {
            LOGGER.atWarn().log("webhook with a wrong signature");
            answer(context, 403);
            return;
        }
        if (!room.tryAcquire()) {
            answer(context, 503);
            return;
        }
        Context eventLoop = context.vertx().getOrCreateContext();
        threads.execute(() -> {
            int status = outcome(context, work);
            eventLoop.runOnContext(back -> answer(context, status));
        });
    }

    private int outcome(RoutingContext context, Function<RoutingContext, Integer> work) {
        try {
            return work.apply(context);
        } catch (RuntimeException e) {
            LOGGER.atError().setCause(e).log("a call of the provider's could not be dealt with");
            return 500;
        } finally {
            room.release();
        }
    }

    private Integer inbound(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        String id = form.contains("MessageSid") ? form.get("MessageSid") : form.get("SmsSid");
        Optional<E164> from = number(form.get("From"));
        if (id == null || !MESSAGE_ID.matcher(id).matches() || from.isEmpty()) {
            // A short code or a nameless sender: nobody there to answer.
            LOGGER.atInfo().log("text without a sender that can be answered");
            return 200;
        }
        String text = Objects.requireNonNullElse(form.get("Body"), "");
        String optOut = form.get("OptOutType");
        InboundMessage message = new InboundMessage(
                id,
                keys.contactId(from.get()),
                purpose.value(),
                keys.seal(purpose, from.get()),
                clock.instant(),
                grammar.meanings(text),
                optOut != null && OPT_OUT_TYPES.contains(optOut) ? optOut : null);
        return intake.put(message) ? 200 : 503;
    }

    private Integer status(RoutingContext context) {
        DeliveryId id;
        try {
            id = DeliveryId.parse(Objects.requireNonNullElse(context.pathParam("deliveryId"), ""));
        } catch (IllegalArgumentException e) {
            return 404;
        }
        MultiMap form = context.request().formAttributes();
        String said = form.contains("MessageStatus") ? form.get("MessageStatus") : form.get("SmsStatus");
        Optional<DeliveryStatus> status = said == null ? Optional.empty() : TwilioStatus.parse(said);
        return switch (id) {
            case DeliveryId.OfReply reply -> 200;
            case DeliveryId.OfAlert alert when alert.batch().partition() >= Topics.RECEIPTS.partitions() -> 404;
            case DeliveryId.OfAlert alert ->
                status.isEmpty() || intake.put(receipt(alert, status.get(), form.get("ErrorCode"))) ? 200 : 503;
        };
    }

    private Receipt.Progress receipt(DeliveryId.OfAlert id, DeliveryStatus status, @Nullable String code) {
        String known = code != null && code.matches("\\d{1,6}") ? code : null;
        return new Receipt.Progress(
                id.batch(),
                TwilioChannel.NAME,
                List.of(new Receipt.Change(id.index(), status, clock.instant(), known)));
    }

    private Optional<E164> number(@Nullable String from) {
        if (from == null || !E164.isValid(from)) {
            return Optional.empty();
        }
        try {
            return numbers.isPossibleNumber(numbers.parse(from, null)) ? Optional.of(E164.of(from)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static void answer(RoutingContext context, int status) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status == 200 ? "text/xml" : "text/plain")
                .end(status == 200 ? "<Response/>" : "");
    }

    /** Abandons what still waits for Kafka: it is answered with an error or not at all, and so comes again. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
