package org.carillon.channel.push;

import org.carillon.channel.core.loop.LoopConfig;
import org.carillon.channel.push.send.PushSettings;
import org.carillon.schemas.city.CityPack;

/**
 * What the push channel needs to start.
 *
 * @param loop how the sender works; its {@code kafka} settings serve the HTTP calls, too. Its {@code callTimeout} is at least the
 *     settings' {@code timeout}
 * @param requestsPerMinute calls of {@code /push/v1/subscriptions} that one address may make in a minute; 0 for no limit
 */
public record PushConfig(LoopConfig loop, PushSettings settings, CityPack city, int requestsPerMinute) {
    /** Refuses times and limits that cannot be meant. */
    public PushConfig {
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("requests per minute are not negative; 0 is no limit");
        }
        if (settings.timeout().compareTo(loop.callTimeout()) > 0) {
            throw new IllegalArgumentException("a call must not take longer than the loop allows");
        }
    }
}
