package org.carillon.ingest.compose;

import java.util.List;
import java.util.stream.Stream;
import org.carillon.schemas.alert.TemplateUse;
import org.jspecify.annotations.Nullable;

/**
 * What a request says beside the message itself.
 *
 * @param purpose code of the purpose, or null where it follows from the sender or there is only one
 * @param topic code of the topic, or null where it follows from the sender or the category
 * @param channels names of channels; empty for all
 * @param template the approved wording that the texts are from, or null
 */
public record Wishes(
        @Nullable String purpose,
        @Nullable String topic,
        List<String> channels,
        boolean question,
        @Nullable TemplateUse template) {
    public Wishes {
        channels = List.copyOf(channels);
    }

    /** Without a template. */
    public Wishes(@Nullable String purpose, @Nullable String topic, List<String> channels, boolean question) {
        this(purpose, topic, channels, question, null);
    }

    /** What a digest is made over; never changes its form, or repeats of what was sent before are conflicts. */
    public String[] parts() {
        return Stream.concat(
                        Stream.of(
                                purpose == null ? "" : purpose, topic == null ? "" : topic, Boolean.toString(question)),
                        channels.stream())
                .toArray(String[]::new);
    }
}
