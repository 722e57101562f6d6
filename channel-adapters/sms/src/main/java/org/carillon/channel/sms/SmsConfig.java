package org.carillon.channel.sms;

import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.sms.twilio.TwilioSettings;
import org.carillon.schemas.city.CityPack;

/**
 * What the SMS channel needs to start.
 *
 * @param loop how the sender works; its {@code kafka} settings serve the webhooks, too
 */
public record SmsConfig(LoopConfig loop, TwilioSettings twilio, CityPack city) {}
