package org.carillon.schemas.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feed that an administrator has added by name; the value of topic {@code carillon.feeds}.
 *
 * @param url of an Atom or RSS document whose items are, or lead to, CAP messages
 * @param senders the CAP senders whose messages may come by it; never empty
 * @param lenient whether small faults are mended and recorded instead of refused
 * @param purpose of its alerts, or null where it follows from the sender
 * @param topic of its alerts, or null where it follows from the sender or the category
 * @param trusted whether its alerts are to go out without a second person, once another administrator has confirmed that
 * @param intervalSeconds how often it is asked
 * @param active false once it is switched off
 * @param setBy the administrator
 */
public record Feed(
        String name,
        String url,
        List<String> senders,
        boolean lenient,
        @Nullable String purpose,
        @Nullable String topic,
        boolean trusted,
        int intervalSeconds,
        boolean active,
        String setBy,
        Instant setAt) {
    public Feed {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(setBy, "setBy");
        Objects.requireNonNull(setAt, "setAt");
        senders = List.copyOf(senders);
    }
}
