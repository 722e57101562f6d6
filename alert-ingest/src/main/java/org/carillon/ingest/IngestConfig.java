package org.carillon.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.ingest.alerts.Price;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.console.ConsoleConfig;
import org.carillon.ingest.office.DutyNumbers;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.SigningKeys;
import org.jspecify.annotations.Nullable;

/**
 * What the edge needs to start.
 *
 * @param kafka properties for every client: bootstrap servers, and security where a cluster asks for it
 * @param channels names of the channels that this hub has
 * @param reviewedLanguages languages that count as reviewed beside those of the catalogue (demo)
 * @param unitsPerSecond by channel what it may hand over, SMS parts for one; absent for no limit
 * @param prices by channel what one of these units costs; absent where nobody has said it
 * @param secondFactor how one who acts alone proves to be who they say
 * @param signing the keys that sign what is issued; the same for every instance
 * @param insecureFeeds whether feeds may be at private addresses and by plain http: for tests and the demo only
 * @param dutyNumbers seals the telephones of officers on duty
 * @param keys seals the numbers of lists that the city brings
 * @param aloneAfter how long approvers have before the author may issue an Extreme alert alone, as the router has it; null for never
 * @param decisionPatience how long a request waits for the router; 202 after that
 */
public record IngestConfig(
        Map<String, String> kafka,
        CityPack city,
        List<String> channels,
        Set<String> reviewedLanguages,
        Map<String, Double> unitsPerSecond,
        Map<String, Price> prices,
        SecondFactor secondFactor,
        SigningKeys signing,
        boolean insecureFeeds,
        DutyNumbers dutyNumbers,
        KeyRing keys,
        @Nullable Duration aloneAfter,
        Duration decisionPatience,
        ConsoleConfig console,
        Clock clock) {
    public IngestConfig {
        kafka = Map.copyOf(kafka);
        channels = List.copyOf(channels);
        reviewedLanguages = Set.copyOf(reviewedLanguages);
        unitsPerSecond = Map.copyOf(unitsPerSecond);
        prices = Map.copyOf(prices);
    }
}
