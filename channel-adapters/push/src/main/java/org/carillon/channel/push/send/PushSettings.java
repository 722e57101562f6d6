package org.carillon.channel.push.send;

import java.net.URI;
import java.time.Duration;

/**
 * How push services are called.
 *
 * @param subject whom a push service can ask when something is wrong (RFC 8292, 2.1): a {@code mailto:} or {@code https:} address of the
 *     operator
 * @param timeout the longest that one delivery takes, with a redirect
 * @param allowInsecureEndpoints true lets endpoints be http and on any network; for tests and the demo only
 */
public record PushSettings(URI subject, Duration timeout, boolean allowInsecureEndpoints) {
    public PushSettings {
        String scheme = String.valueOf(subject.getScheme());
        if (!scheme.equals("mailto") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the subject is a mailto: or https: address of the operator");
        }
    }
}
