package org.carillon.router.lifecycle;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.carillon.schemas.alert.ContactChannel;

/**
 * What an installation may decide about the life cycle.
 *
 * @param correctionWindow how long after its issue one person may correct an alert
 * @param keepReached how long after the last expiry of a chain it is known who was reached
 * @param batchedChannels channels whose audience the router cuts; the others are pulled
 */
public record LifecyclePolicy(Duration correctionWindow, Duration keepReached, List<String> batchedChannels) {
    public static final LifecyclePolicy DEFAULT =
            new LifecyclePolicy(Duration.ofMinutes(60), Duration.ofDays(1), everyContactChannel());

    public LifecyclePolicy {
        batchedChannels = List.copyOf(batchedChannels);
    }

    private static List<String> everyContactChannel() {
        return Arrays.stream(ContactChannel.values())
                .map(ContactChannel::wireName)
                .toList();
    }
}
