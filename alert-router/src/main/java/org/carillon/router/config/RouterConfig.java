package org.carillon.router.config;

import java.util.Objects;
import org.carillon.router.lifecycle.LifecyclePolicy;
import org.carillon.router.resident.ResidentConfig;
import org.carillon.router.resident.ResidentPolicy;
import org.carillon.router.resident.SubscriptionIds;

/** Everything that the router needs to know. */
public record RouterConfig(
        KafkaSettings kafka,
        CityCodes city,
        SubscriptionIds subscriptionIds,
        LifecyclePolicy lifecycle,
        ResidentPolicy residents) {
    public RouterConfig {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(subscriptionIds, "subscriptionIds");
        Objects.requireNonNull(lifecycle, "lifecycle");
        Objects.requireNonNull(residents, "residents");
    }

    /** With the default policies. */
    public static RouterConfig of(KafkaSettings kafka, CityCodes city, SubscriptionIds subscriptionIds) {
        return new RouterConfig(kafka, city, subscriptionIds, LifecyclePolicy.DEFAULT, ResidentPolicy.DEFAULT);
    }

    /** What dialogues need of it. */
    public ResidentConfig residentConfig() {
        return new ResidentConfig(
                city.districts(), city.languages(), city.topics(), city.purposes(), subscriptionIds, residents);
    }
}
