package org.carillon.channel.core.loop;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.core.pace.Backoff;

/**
 * How one sender's loop works.
 *
 * @param kafka client settings for every connection, at least {@code bootstrap.servers}
 * @param sender name of the sender; part of the group and transaction ids, so one name means one owner
 * @param instance a name that is the same after a restart of this instance: it then takes over without waiting for the session of
 *     its predecessor to end; empty where instances come and go
 * @param groupSize recipients per round, at most
 * @param parallel calls at once, at most
 * @param partsPerSecond the sender's budget; 0 for no limit
 * @param lease how long after a committed transaction calls may begin
 * @param callTimeout the longest that a call of the channel takes
 * @param soleOwner true where nobody else can still be sending when this loop starts (the whole hub is one process)
 * @param inDoubtWait how long to wait before the provider is asked about a message
 * @param giveUpDoubt how long after its expiry a message in doubt is still asked about
 * @param replyLife how long an answer in a dialogue is worth sending
 * @param textWait how long a batch waits for its rendition
 * @param session how long the group waits for an owner that has gone silent
 * @param maxPoll how long a round may take before the group gives the sender to another
 */
public record LoopConfig(
        Map<String, String> kafka,
        String sender,
        Optional<String> instance,
        int groupSize,
        int parallel,
        double partsPerSecond,
        Duration lease,
        Duration callTimeout,
        boolean soleOwner,
        Duration inDoubtWait,
        Duration giveUpDoubt,
        Duration replyLife,
        Duration textWait,
        Duration session,
        Duration maxPoll,
        Backoff backoff) {
    public LoopConfig {
        kafka = Map.copyOf(kafka);
        if (groupSize < 1 || parallel < 1) {
            throw new IllegalArgumentException("group size and calls at once are at least 1");
        }
    }

    /** Defaults for a sender. */
    public static LoopConfig of(Map<String, String> kafka, String sender) {
        return new LoopConfig(
                kafka,
                sender,
                Optional.empty(),
                100,
                32,
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(8),
                false,
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                Duration.ofHours(4),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(45),
                new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1), Math::random));
    }

    /** With that limit of the sender's. */
    public LoopConfig withPartsPerSecond(double limit) {
        return new LoopConfig(
                kafka,
                sender,
                instance,
                groupSize,
                parallel,
                limit,
                lease,
                callTimeout,
                soleOwner,
                inDoubtWait,
                giveUpDoubt,
                replyLife,
                textWait,
                session,
                maxPoll,
                backoff);
    }

    /** For a hub in one process: nobody else sends, and a restart under the same name takes over at once. */
    public LoopConfig asSoleOwner(String instanceName) {
        return new LoopConfig(
                kafka,
                sender,
                Optional.of(instanceName),
                groupSize,
                parallel,
                partsPerSecond,
                lease,
                callTimeout,
                true,
                inDoubtWait,
                giveUpDoubt,
                replyLife,
                textWait,
                session,
                maxPoll,
                backoff);
    }

    /** How long a new owner leaves alone what the old one had in flight. */
    public Duration takeoverWait() {
        return soleOwner ? inDoubtWait : lease.plus(callTimeout);
    }
}
