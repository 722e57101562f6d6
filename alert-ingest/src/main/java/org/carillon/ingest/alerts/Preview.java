package org.carillon.ingest.alerts;

import java.util.List;
import java.util.Map;
import org.carillon.ingest.compose.LanguageChecks;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sees before the decision.
 *
 * @param renditions word for word what each channel will say, in each language and format
 * @param renditionsDigest frozen with the approval
 * @param area where it goes, as it is stored
 * @param audience how many it would reach; null where nobody is asked for by matching (Cancel, all-clear, correction)
 * @param delivery by channel of {@link #audience}: how long the hand-over will take
 * @param warnings what to look at; never a reason to hold a warning back
 */
public record Preview(
        String id,
        int version,
        String renditionsDigest,
        List<Rendition> renditions,
        ReadBack area,
        @Nullable Audience audience,
        Map<String, Delivery> delivery,
        List<LanguageChecks.Warning> warnings) {
    public Preview {
        renditions = List.copyOf(renditions);
        delivery = Map.copyOf(delivery);
        warnings = List.copyOf(warnings);
    }

    /**
     * Those who match now.
     *
     * @param complete false while partitions still count
     * @param missingLanguages residents by their own language, where the alert has none for them and they get another
     */
    public record Audience(
            long total,
            boolean complete,
            Map<String, Map<String, Long>> channels,
            Map<String, Long> missingLanguages) {}

    /**
     * An estimate from above: the longer format counts for everybody.
     *
     * @param units what the provider counts: SMS parts, else messages
     * @param unitsPerSecond the configured limit, or null for none
     * @param seconds null where no limit is configured
     * @param cost null where no price is configured
     */
    public record Delivery(
            long recipients,
            long units,
            @Nullable Double unitsPerSecond,
            @Nullable Long seconds,
            Price.@Nullable Cost cost) {}
}
