package org.carillon.router.lifecycle;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.keys.SealedContact;
import org.jspecify.annotations.Nullable;

/**
 * What an installation may decide about the life cycle.
 *
 * @param correctionWindow how long after its issue one person may correct an alert
 * @param keepReached how long after the last expiry of a chain it is known who was reached
 * @param batchedChannels channels whose audience the router cuts; the others are pulled
 * @param secondFactorLife how long a second factor counts after it was given
 * @param deputiesAfter how long approvers have before their deputies are told
 * @param aloneAfter how long approvers have before the author may issue an Extreme alert alone; null, the default: never
 * @param actsFor by CAP sender, the other senders whose messages it may update and cancel
 * @param testers who gets exercises: numbers sealed as officers' are
 */
public record LifecyclePolicy(
        Duration correctionWindow,
        Duration keepReached,
        List<String> batchedChannels,
        Duration secondFactorLife,
        Duration deputiesAfter,
        @Nullable Duration aloneAfter,
        Map<String, Set<String>> actsFor,
        List<SealedContact> testers) {
    public static final LifecyclePolicy DEFAULT = new LifecyclePolicy(
            Duration.ofMinutes(60),
            Duration.ofDays(1),
            everyContactChannel(),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            null,
            Map.of(),
            List.of());

    public LifecyclePolicy {
        batchedChannels = List.copyOf(batchedChannels);
        Map<String, Set<String>> copy = new HashMap<>();
        actsFor.forEach((sender, others) -> copy.put(sender, Set.copyOf(others)));
        actsFor = Map.copyOf(copy);
        testers = List.copyOf(testers);
    }

    /** With other times for those who are waited for. */
    public LifecyclePolicy withPatience(Duration beforeDeputies, @Nullable Duration beforeAlone) {
        return new LifecyclePolicy(
                correctionWindow,
                keepReached,
                batchedChannels,
                secondFactorLife,
                beforeDeputies,
                beforeAlone,
                actsFor,
                testers);
    }

    /** With senders that may act for others. */
    public LifecyclePolicy withActsFor(Map<String, Set<String>> delegates) {
        return new LifecyclePolicy(
                correctionWindow,
                keepReached,
                batchedChannels,
                secondFactorLife,
                deputiesAfter,
                aloneAfter,
                delegates,
                testers);
    }

    /** With those who get exercises. */
    public LifecyclePolicy withTesters(List<SealedContact> sealed) {
        return new LifecyclePolicy(
                correctionWindow,
                keepReached,
                batchedChannels,
                secondFactorLife,
                deputiesAfter,
                aloneAfter,
                actsFor,
                sealed);
    }

    /** Whether a message of {@code sender} may update or cancel one of {@code other}. */
    boolean mayAct(String sender, String other) {
        return sender.equals(other) || actsFor.getOrDefault(sender, Set.of()).contains(other);
    }

    private static List<String> everyContactChannel() {
        return Arrays.stream(ContactChannel.values())
                .map(ContactChannel::wireName)
                .toList();
    }
}
