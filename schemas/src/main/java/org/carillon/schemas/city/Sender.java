package org.carillon.schemas.city;

import java.util.List;
import java.util.Optional;
import org.carillon.schemas.keys.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * An authority whose alerts the hub takes.
 *
 * @param id as in CAP's {@code sender}
 * @param names as residents read it
 * @param purpose what its alerts are for, unless the request says
 * @param topic what its alerts are about, unless the request says; if absent, the category decides
 * @param isAllowed whether its alerts are accepted now
 * @param actsFor other senders whose alerts it may update and cancel
 * @param keys the keys that it signs with; empty where it does not sign
 */
public record Sender(
        String id,
        Localized names,
        @Nullable PurposeId purpose,
        @Nullable String topic,
        boolean isAllowed,
        List<String> actsFor,
        List<PinnedKey> keys) {
    public Sender {
        actsFor = List.copyOf(actsFor);
        keys = List.copyOf(keys);
    }

    /** {@link #purpose()}, if there is one. */
    public Optional<PurposeId> defaultPurpose() {
        return Optional.ofNullable(purpose);
    }

    /** {@link #topic()}, if there is one. */
    public Optional<String> defaultTopic() {
        return Optional.ofNullable(topic);
    }
}
