package org.carillon.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert of the story, as it was approved.
 *
 * @param what how the teller calls it
 * @param renditions word for word what the preview showed before the approval
 * @param replaces the alert whose place it takes, or null
 */
record Told(
        String what,
        String id,
        String code,
        List<Shown> renditions,
        @Nullable String replaces) {
    /** One rendition as the preview showed it. */
    record Shown(String channel, String language, String format, String body, JsonNode attributes) {}

    /**
     * What the preview showed for one channel and language.
     *
     * @throws StoryException where it showed nothing: the hub does not have that channel
     */
    Shown shown(String channel, String language) {
        return renditions.stream()
                .filter(r -> r.channel().equals(channel)
                        && r.language().equals(language)
                        && r.format().equals("standard"))
                .findFirst()
                .orElseThrow(() -> new StoryException("there is no rendition for " + channel + " in " + language
                        + ": is the channel switched off in the configuration (channels)?"));
    }
}
