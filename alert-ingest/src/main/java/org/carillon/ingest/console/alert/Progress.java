package org.carillon.ingest.console.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carillon.ingest.alerts.ReachResource;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.RadioReach;
import org.jspecify.annotations.Nullable;

/** Reach as the page shows it: how far it has got, by channel, language and district. */
public final class Progress {
    private final CityView city;
    private final Words words;

    Progress(CityView city, Words words) {
        this.city = city;
        this.words = words;
    }

    /**
     * The numbers.
     *
     * @param complete whether everybody has been looked for
     * @param done whether nobody is waiting any more
     * @param speed how fast the hand-over was, or empty
     */
    public record View(
            String id,
            Line total,
            List<Line> channels,
            List<Line> languages,
            List<Line> districts,
            String radio,
            boolean complete,
            boolean done,
            String speed,
            String at) {}

    /** One line of the table: numbers, and the widths of its bar in hundredths. */
    public record Line(
            String name,
            String audience,
            String sent,
            String delivered,
            String queued,
            String failed,
            String suppressed,
            int percentSent,
            int percentFailed,
            String percent) {}

    View of(Alert alert, ReachResource reach) {
        Map<String, Counts> channels = new TreeMap<>();
        String radio = "";
        for (Map.Entry<String, Object> channel : reach.channels().entrySet()) {
            if (channel.getValue() instanceof Counts counts) {
                channels.put(channel.getKey(), counts);
            } else if (channel.getValue() instanceof RadioReach stations) {
                radio = words.t("alerts.reach.radio", "pulled", stations.pulled(), "aired", stations.aired());
            }
        }
        Counts total = channels.values().stream().reduce(Counts.NONE, Counts::plus);
        List<Line> lines = new ArrayList<>();
        channels.forEach((channel, counts) -> lines.add(line(words.channel(channel), counts)));
        return new View(
                alert.id().value(),
                line(words.t("alerts.reach.total"), total),
                lines,
                reach.byLanguage().entrySet().stream()
                        .map(e -> line(city.languageName(e.getKey()), e.getValue()))
                        .toList(),
                reach.byArea().entrySet().stream()
                        .map(e -> line(city.districtName(e.getKey()), e.getValue()))
                        .toList(),
                radio,
                reach.complete(),
                reach.complete() && total.queued() == 0,
                speed(reach.p50Ms(), reach.lastHandOffMs()),
                words.time(words.now()));
    }

    private String speed(@Nullable Long half, @Nullable Long last) {
        return half == null || last == null
                ? ""
                : words.t("alerts.reach.speed", "half", seconds(half), "last", seconds(last));
    }

    private String seconds(long millis) {
        if (millis < 1_000) {
            return words.t("alerts.time.millis", "n", words.count(millis));
        }
        return millis < 10_000
                ? words.t("alerts.time.exact", "n", words.tenths(millis / 1000.0))
                : words.length(Duration.ofMillis(millis));
    }

    private Line line(String name, Counts counts) {
        int sent = percent(counts.sent(), counts.audience());
        return new Line(
                name,
                words.count(counts.audience()),
                words.count(counts.sent()),
                words.count(counts.delivered()),
                words.count(counts.queued()),
                words.count(counts.failed()),
                words.count(counts.suppressed()),
                sent,
                percent(counts.failed(), counts.audience()),
                words.percent(sent));
    }

    /** Rounded down: 100 % is said only when it is all. */
    private static int percent(long part, long whole) {
        return whole == 0 ? 0 : (int) (100 * part / whole);
    }
}
