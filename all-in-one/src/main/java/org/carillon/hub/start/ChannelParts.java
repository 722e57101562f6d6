package org.carillon.hub.start;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.radio.RadioConfig;
import org.carillon.channel.radio.RadioService;
import org.carillon.channel.sms.SmsConfig;
import org.carillon.channel.sms.SmsService;
import org.carillon.channel.web.WebConfig;
import org.carillon.channel.web.WebService;
import org.carillon.hub.config.HubConfig;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.simulator.TwilioSimulator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the channels that the configuration names. */
final class ChannelParts {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChannelParts.class);

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
        for (String channel : config.channels()) {
            switch (channel) {
                case "sms" -> sms(parts, router, simulator);
                case "web" -> web(parts, router);
                case "radio" -> radio(parts, router);
                case "push" -> push(parts, router, demo);
                default -> throw new IllegalStateException("no channel " + channel);
            }
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

    private void web(Parts parts, Router router) {
        WebService service =
                new WebService(new WebConfig(kafka, city, config.http().publicUrl()), clock);
        parts.add("web", service, service::notReady);
        service.mount(router);
    }

    private void radio(Parts parts, Router router) {
        RadioService service = new RadioService(new RadioConfig(kafka, city), clock);
        parts.add("radio", service, service::notReady);
        service.mount(router);
    }

    private void push(Parts parts, Router router, boolean demo) {}
}
