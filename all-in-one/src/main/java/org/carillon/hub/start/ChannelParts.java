package org.carillon.hub.start;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.push.PushConfig;
import org.carillon.channel.push.PushService;
import org.carillon.channel.push.send.PushSettings;
import org.carillon.channel.radio.RadioConfig;
import org.carillon.channel.radio.RadioService;
import org.carillon.channel.sms.SmsConfig;
import org.carillon.channel.sms.SmsService;
import org.carillon.channel.web.WebConfig;
import org.carillon.channel.web.WebService;
import org.carillon.hub.config.HubConfig;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.transparency.note.HeadSigner;
import org.carillon.schemas.transparency.note.LogKey;
import org.carillon.simulator.TwilioSimulator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the channels that the configuration names. */
final class ChannelParts {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChannelParts.class);

    private static final Duration PUSH_TIMEOUT = Duration.ofSeconds(8);
    /** Calls a minute from one address; more than any person makes, less than filling a topic takes. */
    private static final int SUBSCRIPTION_CALLS = 60;

    private final HubConfig config;
    private final CityPack city;
    private final Map<String, String> kafka;
    private final KeyRing keys;
    private final Clock clock;

    ChannelParts(HubConfig config, CityPack city, Map<String, String> kafka, KeyRing keys, Clock clock) {
        this.config = config;
        this.city = city;
        this.kafka = kafka;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Starts them.
     *
     * @param simulator the provider of a demo, or null
     */
    void start(Parts parts, Router router, TwilioSimulator.@Nullable Running simulator, boolean demo) {
        if (config.channels().contains("sms")) {
            sms(parts, router, simulator);
        }
        if (config.channels().contains("radio")) {
            radio(parts, router);
        }
        if (config.channels().contains("push")) {
            push(parts, router, demo);
        }
        // Last: it answers for every address that nobody else knows.
        if (config.channels().contains("web")) {
            web(parts, router, simulator);
        }
    }

    private void sms(Parts parts, Router router, TwilioSimulator.@Nullable Running simulator) {
        Optional<SmsConfig> sms = SmsSettings.of(config, city, simulator, kafka);
        if (sms.isEmpty()) {
            LOGGER.atWarn().log("no SMS is sent: twilio.accountSid is not configured");
            return;
        }
        SmsService service = new SmsService(sms.get(), keys, clock);
        parts.add("sms", service, service::notReady).start();
        service.mount(router);
    }

    private void web(Parts parts, Router router, TwilioSimulator.@Nullable Running simulator) {
        LogKey logKey = LogKey.of(HeadSigner.logName(keys.id()), keys.logKeys().getPublic());
        WebService service = new WebService(
                new WebConfig(kafka, city, config.http().publicUrl(), logKey, smsNumber(simulator)), clock);
        parts.add("web", service, service::notReady);
        service.mount(router);
    }

    /** The number that residents text, for the page that says how to join; null where it is not known here. */
    private @Nullable E164 smsNumber(TwilioSimulator.@Nullable Running simulator) {
        HubConfig.Twilio twilio = config.twilio();
        String number = simulator != null ? simulator.account().hubNumber() : twilio == null ? "" : twilio.from();
        return config.channels().contains("sms") && number.startsWith("+") ? E164.of(number) : null;
    }

    private void radio(Parts parts, Router router) {
        RadioService service = new RadioService(new RadioConfig(kafka, city), clock);
        parts.add("radio", service, service::notReady);
        service.mount(router);
    }

    private void push(Parts parts, Router router, boolean demo) {
        Boolean insecure = config.push().allowInsecureEndpoints();
        PushSettings settings =
                new PushSettings(config.push().contact(), PUSH_TIMEOUT, insecure == null ? demo : insecure);
        LoopConfig loop = LoopConfig.of(kafka, "main");
        PushConfig push = new PushConfig(
                config.kafka().isEmbedded() ? loop.asSoleOwner("hub") : loop, settings, city, SUBSCRIPTION_CALLS);
        PushService service = new PushService(push, keys, clock);
        parts.add("push", service, service::notReady).start();
        service.mount(router);
    }
}
