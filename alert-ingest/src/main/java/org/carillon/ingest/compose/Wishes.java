package org.carillon.ingest.compose;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request says beside the message itself.
 *
 * @param purpose code of the purpose, or null where it follows from the sender or there is only one
 * @param topic code of the topic, or null where it follows from the sender or the category
 * @param channels names of channels; empty for all
 * @param correction whether it says, in the words that are approved beforehand, that what it refers to was sent in error
 */
public record Wishes(
        @Nullable String purpose, @Nullable String topic, List<String> channels, boolean question, boolean correction) {
    public Wishes {
        channels = List.copyOf(channels);
    }

    /** For all that is no correction. */
    public Wishes(@Nullable String purpose, @Nullable String topic, List<String> channels, boolean question) {
        this(purpose, topic, channels, question, false);
    }

    /** What a digest is made over; never changes its form, or repeats of what was sent before are conflicts. */
    public String[] parts() {
        Stream<String> named = Stream.concat(
                Stream.of(purpose == null ? "" : purpose, topic == null ? "" : topic, Boolean.toString(question)),
                channels.stream());
        return (correction ? Stream.concat(named, Stream.of("correction")) : named).toArray(String[]::new);
    }
}
