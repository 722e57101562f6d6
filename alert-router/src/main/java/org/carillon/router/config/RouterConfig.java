package org.carillon.router.config;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import org.carillon.router.audience.AudienceConfig;
import org.carillon.router.lifecycle.LifecyclePolicy;
import org.carillon.router.resident.LedgerIds;
import org.carillon.router.resident.ResidentConfig;
import org.carillon.router.resident.ResidentPolicy;
import org.carillon.router.resident.SubscriptionIds;

/**
 * Everything that the router needs to know.
 *
 * @param slice how long an audience task cuts before it looks at its other work
 */
public record RouterConfig(
        KafkaSettings kafka,
        CityCodes city,
        SubscriptionIds subscriptionIds,
        LedgerIds ledgerIds,
        LifecyclePolicy lifecycle,
        ResidentPolicy residents,
        TransparencyConfig transparency,
        Duration slice) {
    private static final Duration SLICE = Duration.ofMillis(10);

    public RouterConfig {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(subscriptionIds, "subscriptionIds");
        Objects.requireNonNull(ledgerIds, "ledgerIds");
        Objects.requireNonNull(lifecycle, "lifecycle");
        Objects.requireNonNull(residents, "residents");
        Objects.requireNonNull(transparency, "transparency");
        Objects.requireNonNull(slice, "slice");
    }

    /** With the default policies. */
    public static RouterConfig of(
            KafkaSettings kafka,
            CityCodes city,
            SubscriptionIds subscriptionIds,
            LedgerIds ledgerIds,
            TransparencyConfig transparency) {
        return new RouterConfig(
                kafka,
                city,
                subscriptionIds,
                ledgerIds,
                LifecyclePolicy.DEFAULT,
                ResidentPolicy.DEFAULT,
                transparency,
                SLICE);
    }

    /** With another policy for the life cycle of alerts. */
    public RouterConfig withLifecycle(LifecyclePolicy policy) {
        return new RouterConfig(kafka, city, subscriptionIds, ledgerIds, policy, residents, transparency, slice);
    }

    /** What dialogues need of it. */
    public ResidentConfig residentConfig() {
        return new ResidentConfig(
                city.districts(),
                city.languages(),
                city.defaultLanguage(),
                city.topics(),
                city.purposes(),
                subscriptionIds,
                ledgerIds,
                new SecureRandom(),
                residents);
    }

    /** What the fan-out needs of it. */
    public AudienceConfig audienceConfig() {
        return AudienceConfig.of(city.purposes(), city.districts(), city.topics(), city.languages())
                .withSlices(slice, System::nanoTime);
    }
}
