package org.carillon.hub.start;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.sms.SmsConfig;
import org.carillon.channel.sms.twilio.TwilioSettings;
import org.carillon.hub.config.HubConfig;
import org.carillon.schemas.city.CityPack;
import org.carillon.simulator.TwilioSimulator;
import org.carillon.simulator.account.Account;
import org.jspecify.annotations.Nullable;

/** The SMS channel's settings: those of the configuration, or the simulator's. */
final class SmsSettings {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

    private SmsSettings() {}

    /** Empty where neither an account is configured nor a simulator runs. */
    static Optional<SmsConfig> of(
            HubConfig config, CityPack city, TwilioSimulator.@Nullable Running simulator, Map<String, String> kafka) {
        Optional<TwilioSettings> twilio =
                simulator != null ? Optional.of(ofSimulator(config, simulator)) : configured(config);
        return twilio.map(settings -> new SmsConfig(loop(config, kafka), settings, city));
    }

    private static LoopConfig loop(HubConfig config, Map<String, String> kafka) {
        HubConfig.Twilio twilio = config.twilio();
        LoopConfig loop = LoopConfig.of(kafka, "main");
        if (twilio != null && twilio.partsPerSecond() != null) {
            loop = loop.withPartsPerSecond(twilio.partsPerSecond());
        }
        // On the embedded Kafka nobody else can be sending: a restart goes on at once.
        return config.kafka().isEmbedded() ? loop.asSoleOwner("hub") : loop;
    }

    private static TwilioSettings ofSimulator(HubConfig config, TwilioSimulator.Running simulator) {
        Account account = simulator.account();
        return new TwilioSettings(
                account.accountSid(),
                account.authToken(),
                new TwilioSettings.From.OwnNumber(account.hubNumber()),
                simulator.url(),
                config.http().publicUrl(),
                CALL_TIMEOUT);
    }

    private static Optional<TwilioSettings> configured(HubConfig config) {
        HubConfig.Twilio twilio = config.twilio();
        if (twilio == null) {
            return Optional.empty();
        }
        URI base = twilio.baseUrl();
        return Optional.of(new TwilioSettings(
                twilio.accountSid(),
                twilio.authToken().value(),
                twilio.from().startsWith("MG")
                        ? new TwilioSettings.From.Service(twilio.from())
                        : new TwilioSettings.From.OwnNumber(twilio.from()),
                base,
                config.http().publicUrl(),
                CALL_TIMEOUT));
    }
}
