package org.carillon.router.resident;

import java.util.List;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.resident.Subscription;

/** Turns a subscription's codes into the positions by which the index knows them. */
final class AudienceEntries {
    private final ResidentConfig config;

    AudienceEntries(ResidentConfig config) {
        this.config = config;
    }

    AudienceEntry of(Subscription subscription) {
        String second = subscription.secondLanguage();
        long topics = subscription.topics().stream()
                .mapToLong(topic -> 1L << position(config.topics(), topic))
                .reduce(0, (all, bit) -> all | bit);
        return new AudienceEntry(
                subscription.districts().stream()
                        .map(district -> position(config.districts(), district))
                        .sorted()
                        .toList(),
                position(config.languages(), subscription.language()),
                second == null ? -1 : position(config.languages(), second),
                subscription.level(),
                topics,
                subscription.format(),
                position(config.purposes(), subscription.purpose()),
                subscription.channel(),
                subscription.contact());
    }

    private static int position(List<String> catalogue, String code) {
        int position = catalogue.indexOf(code);
        if (position < 0) {
            throw new IllegalStateException("the city pack has lost the code " + code + ", which subscriptions use");
        }
        return position;
    }
}
