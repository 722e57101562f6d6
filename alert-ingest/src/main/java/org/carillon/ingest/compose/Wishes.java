package org.carillon.ingest.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says beside the message itself.
 *
 * @param purpose code of the purpose, or null where it follows from the sender or there is only one
 * @param topic code of the topic, or null where it follows from the sender or the category
 * @param channels names of channels; empty for all
 */
public record Wishes(@Nullable String purpose, @Nullable String topic, List<String> channels, boolean question) {
    public Wishes {
        channels = List.copyOf(channels);
    }
}
