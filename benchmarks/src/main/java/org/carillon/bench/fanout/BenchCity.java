package org.carillon.bench.fanout;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.router.audience.AudienceConfig;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.cap.Severity;

/**
 * A city of fourteen districts and five languages. The last three are a village and a hamlet, for alerts to a thousand and to a
 * hundred residents, and a town, in which nobody lives unless a population is made with one.
 */
public final class BenchCity {
    public static final String PURPOSE = "city-alerts";
    public static final List<String> LANGUAGES = List.of("en", "es", "ar", "fr", "zh");
    public static final List<String> TOPICS =
            List.of("health", "water", "weather", "safety", "transport", "school", "services", "community");
    public static final List<String> DISTRICTS =
            IntStream.rangeClosed(1, 14).mapToObj("D%02d"::formatted).toList();
    public static final int TOWN = DISTRICTS.size() - 1;
    static final int HAMLET = TOWN - 1;
    static final int VILLAGE = HAMLET - 1;

    private BenchCity() {}

    /** What the router is told of it, at the router's own pace. */
    static AudienceConfig config() {
        return AudienceConfig.of(List.of(PURPOSE), DISTRICTS, TOPICS, LANGUAGES);
    }

    /** An alert to everybody: every LEVEL lets it through. */
    public static Match everybody() {
        return new Match(PURPOSE, DISTRICTS, "water", Severity.EXTREME);
    }

    /** An alert to one district alone. */
    public static Match only(int district) {
        return new Match(PURPOSE, List.of(DISTRICTS.get(district)), "water", Severity.EXTREME);
    }
}
