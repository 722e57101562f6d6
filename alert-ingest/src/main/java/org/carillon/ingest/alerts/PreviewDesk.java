package org.carillon.ingest.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carillon.ingest.compose.LanguageChecks;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.ingest.remark.Remark;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Puts together what an officer should see before deciding. */
final class PreviewDesk {
    private final AlertViews views;
    private final LanguageChecks checks;
    private final AreaDesk areas;
    private final Map<String, Double> unitsPerSecond;
    private final Map<String, Price> prices;

    /**
     * Makes one.
     *
     * @param unitsPerSecond by channel, the configured limit; absent for none
     * @param prices by channel, what a unit costs; absent where nobody has said it
     */
    PreviewDesk(
            AlertViews views,
            LanguageChecks checks,
            AreaDesk areas,
            Map<String, Double> unitsPerSecond,
            Map<String, Price> prices) {
        this.views = views;
        this.checks = checks;
        this.areas = areas;
        this.prices = Map.copyOf(prices);
        this.unitsPerSecond = Map.copyOf(unitsPerSecond);
    }

    Preview of(Alert alert) {
        // A part of them would let somebody approve what they have not seen.
        List<Rendition> renditions = views.renditions(alert)
                .orElseThrow(() -> ProblemException.unavailable(
                        "The renditions of this alert are still being read. Ask again in a second."));
        Preview.Audience audience = audience(views.estimates(alert.id(), alert.version()));
        List<Remark> remarks = new ArrayList<>();
        Optional<CapAlert> message = views.document(alert).flatMap(document -> read(document, remarks));
        message.ifPresent(read -> remarks.addAll(checks.of(read, alert.content().template())));
        ReadBack area = areas.of(alert, message);
        remarks.addAll(MissingLanguages.of(area, audience));
        return new Preview(
                alert.id().value(),
                alert.version(),
                alert.content().renditionsDigest(),
                renditions,
                area,
                audience,
                audience == null ? Map.of() : delivery(audience, renditions),
                remarks.stream().map(checks::warning).toList());
    }

    /** The message, and what is odd about its references. */
    private static Optional<CapAlert> read(byte[] document, List<Remark> remarks) {
        if (CapReader.read(document) instanceof CapReading.Valid valid) {
            valid.warnings().stream()
                    .filter(found -> found.rule().startsWith("REFERENCE_"))
                    .forEach(found -> remarks.add(new Remark.OfReference(found.rule(), found.message())));
            return Optional.of(valid.document().alert());
        }
        return Optional.empty();
    }

    private static Preview.@Nullable Audience audience(List<AudienceEstimate> estimates) {
        if (estimates.isEmpty()) {
            return null;
        }
        Map<String, Map<String, Long>> channels = new TreeMap<>();
        Map<String, Long> missing = new TreeMap<>();
        long total = 0;
        for (AudienceEstimate estimate : estimates) {
            for (Map.Entry<String, Map<String, Long>> channel :
                    estimate.byChannel().entrySet()) {
                Map<String, Long> languages = channels.computeIfAbsent(channel.getKey(), c -> new TreeMap<>());
                for (Map.Entry<String, Long> language : channel.getValue().entrySet()) {
                    languages.merge(language.getKey(), language.getValue(), Long::sum);
                    total += language.getValue();
                }
            }
            estimate.missing().forEach((language, count) -> missing.merge(language, count, Long::sum));
        }
        return new Preview.Audience(total, estimates.size() >= Topics.AUDIENCE_PARTITIONS, channels, missing);
    }

    private Map<String, Preview.Delivery> delivery(Preview.Audience audience, List<Rendition> renditions) {
        Map<String, Preview.Delivery> delivery = new TreeMap<>();
        audience.channels().forEach((channel, languages) -> {
            long recipients = 0;
            long units = 0;
            for (Map.Entry<String, Long> language : languages.entrySet()) {
                recipients += language.getValue();
                units += language.getValue() * unitsEach(channel, language.getKey(), renditions);
            }
            Double limit = unitsPerSecond.get(channel);
            Long seconds = limit == null ? null : (long) Math.ceil(units / limit);
            Price price = prices.get(channel);
            Price.Cost cost = price == null ? null : price.of(units);
            delivery.put(channel, new Preview.Delivery(recipients, units, limit, seconds, cost));
        });
        return delivery;
    }

    private static long unitsEach(String channel, String language, List<Rendition> renditions) {
        return renditions.stream()
                .filter(r -> r.channel().equals(channel) && r.language().equals(language))
                .mapToLong(r -> Long.parseLong(r.attributes().getOrDefault("parts", "1")))
                .max()
                .orElse(1);
    }
}
