package org.carillon.router.resident;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;

/** Compares wishes that came from outside with the catalogues of the city: the index can hold no other codes. */
final class PreferencesCheck {
    private static final int SHOWN = 20;

    private final ResidentConfig config;

    PreferencesCheck(ResidentConfig config) {
        this.config = config;
    }

    /** What is wrong with them, in words; empty where the city has all of their codes. */
    Optional<String> problem(Preferences wishes) {
        return Stream.of(
                        unknown("district", wishes.districts(), config.districts()),
                        unknown("language", wishes.languages(), config.languages()),
                        unknown("topic", wishes.topics(), config.topics()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same wishes in the city's order, without repeats. */
    Preferences normal(Preferences wishes) {
        return new Preferences(
                wishes.languages().stream().distinct().toList(),
                config.known(wishes.districts()),
                config.topics().stream().filter(wishes.topics()::contains).toList(),
                wishes.level(),
                wishes.format());
    }

    /** Those of a subscription. */
    static Preferences of(Subscription subscription) {
        return new Preferences(
                Stream.of(Optional.of(subscription.language()), Optional.ofNullable(subscription.secondLanguage()))
                        .flatMap(Optional::stream)
                        .toList(),
                subscription.districts(),
                subscription.topics(),
                subscription.level(),
                subscription.format());
    }

    private static Optional<String> unknown(String kind, List<String> codes, List<String> known) {
        return codes.stream()
                .filter(Predicate.not(known::contains))
                .findFirst()
                .map(code -> "the city has no " + kind + " " + code.substring(0, Math.min(SHOWN, code.length())));
    }
}
