package org.carillon.channel.sms;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Optional;
import org.carillon.channel.core.Check;
import org.carillon.channel.core.loop.Counts;
import org.carillon.channel.core.loop.DeliveryLoop;
import org.carillon.channel.core.loop.Routes;
import org.carillon.channel.sms.reply.ReplyTexts;
import org.carillon.channel.sms.twilio.TwilioChannel;
import org.carillon.channel.sms.webhook.KafkaIntake;
import org.carillon.channel.sms.webhook.SmsWebhooks;
import org.carillon.channel.sms.words.Grammar;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.sms.Replies;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.topic.Topics;

/** The SMS channel: one sender's delivery loop, and the URLs that Twilio calls. */
public final class SmsService implements AutoCloseable {
    private final DeliveryLoop loop;
    private final SmsWebhooks webhooks;
    private final KafkaIntake intake;

    public SmsService(SmsConfig config, KeyRing keys, Clock clock) {
        Catalogue catalogue = Catalogue.load();
        ReplyTexts replies = new ReplyTexts(
                config.city(),
                new Replies(catalogue, LocalStyle.ofZone(config.city().timeZone())));
        Routes routes = new Routes(
                Topics.SMS_URGENT,
                Optional.of(Topics.REPLIES),
                Topics.SMS_ROUTINE,
                Topics.SMS_INTENTS,
                Topics.SMS_SENDERS,
                Optional.empty());
        loop = new DeliveryLoop(
                config.loop(), routes, new TwilioChannel(config.twilio(), keys, clock), replies::text, clock);
        intake = new KafkaIntake(config.loop().kafka());
        webhooks = new SmsWebhooks(
                config.twilio(),
                intake,
                new Grammar(catalogue.words(), config.city()),
                keys,
                config.city().purposes().getFirst().id(),
                clock);
    }

    /** Starts to send; returns at once. */
    public void start() {
        loop.start();
    }

    /** Adds Twilio's URLs to a router. */
    public void mount(Router router) {
        webhooks.mount(router);
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
        webhooks.close();
        intake.close();
    }
}
