package org.carillon.bench.fanout;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.router.audience.AudienceConfig;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.cap.Severity;

/** A city of twelve districts and five languages. The last district is a hamlet, for alerts to a hundred residents. */
public final class BenchCity {
    public static final String PURPOSE = "city-alerts";
    public static final List<String> LANGUAGES = List.of("en", "es", "ar", "fr", "zh");
    static final List<String> TOPICS =
            List.of("health", "water", "weather", "safety", "transport", "school", "services", "community");
    public static final List<String> DISTRICTS =
            IntStream.rangeClosed(1, 12).mapToObj("D%02d"::formatted).toList();
    static final int HAMLET = DISTRICTS.size() - 1;

    private BenchCity() {}

    /** What the router is told of it, at the router's own pace. */
    static AudienceConfig config() {
        return AudienceConfig.of(List.of(PURPOSE), DISTRICTS, TOPICS, LANGUAGES);
    }

    /** An alert to everybody: every LEVEL lets it through. */
    public static Match everybody() {
        return new Match(PURPOSE, DISTRICTS, "water", Severity.EXTREME);
    }

    /** An alert to the hamlet alone. */
    static Match hamlet() {
        return new Match(PURPOSE, List.of(DISTRICTS.get(HAMLET)), "water", Severity.EXTREME);
    }
}
