package org.carillon.router.resident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SubscriptionId;

/**
 * What dialogues need to know of the city: catalogues of codes, whose order never changes, and the policy.
 *
 * @param languages BCP 47
 * @param defaultLanguage the one for those of whom nothing else is known
 * @param random for digits and numbers that nobody can guess; used by every stream thread
 */
public record ResidentConfig(
        List<String> districts,
        List<String> languages,
        String defaultLanguage,
        List<String> topics,
        List<String> purposes,
        SubscriptionIds ids,
        LedgerIds ledgerIds,
        RandomGenerator random,
        ResidentPolicy policy) {
    public ResidentConfig {
        districts = List.copyOf(districts);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        purposes = List.copyOf(purposes);
        Objects.requireNonNull(defaultLanguage, "defaultLanguage");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(ledgerIds, "ledgerIds");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(policy, "policy");
    }

    /** The id of a contact's subscription; empty where the purpose has ended or is none of this city's. */
    Optional<SubscriptionId> id(String purpose, ContactId contact) {
        return purposes.contains(purpose) ? ids.of(purpose, contact) : Optional.empty();
    }

    /** The given codes that this city has, in its order, without repeats. */
    List<String> known(List<String> codes) {
        return districts.stream().filter(codes::contains).toList();
    }
}
