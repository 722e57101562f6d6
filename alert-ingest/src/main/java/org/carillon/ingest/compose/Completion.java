package org.carillon.ingest.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.rules.CapViolation;

/**
 * What a message leaves open, from what is wished with it, the alert that it follows, its sender and the city; what follows from none of
 * them is a fault, and is added to those of the message.
 */
final class Completion {
    /** How long an alert without {@code expires} is in force. */
    static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);

    private final City city;
    private final Catalogue catalogue;
    private final List<String> channels;
    private final CapAlert message;
    private final Wishes wishes;
    private final Optional<Alert> before;
    private final Places places;
    private final List<CapViolation> faults;

    Completion(
            City city,
            Catalogue catalogue,
            List<String> channels,
            CapAlert message,
            Wishes wishes,
            Optional<Alert> before,
            Places places,
            List<CapViolation> faults) {
        this.city = city;
        this.catalogue = catalogue;
        this.channels = channels;
        this.message = message;
        this.wishes = wishes;
        this.before = before;
        this.places = places;
        this.faults = faults;
    }

    /** Until when it is in force. */
    Instant expires(Instant now) {
        boolean cancel = message.msgType() == MsgType.CANCEL;
        boolean over = message.lastExpiry()
                .map(at -> !at.isAfter(now))
                .orElse(message.infos().isEmpty());
        if (cancel && over && before.isPresent()) {
            // Many senders let a Cancel expire at once. It is worth telling for as long as what it takes back would
            // have been in force, and a day at least.
            Instant old = before.get().content().expires();
            return old.isAfter(now.plus(DEFAULT_LIFETIME)) ? old : now.plus(DEFAULT_LIFETIME);
        }
        return message.lastExpiry().orElseGet(() -> message.sent().instant().plus(DEFAULT_LIFETIME));
    }

    String purpose() {
        Optional<String> named = Optional.ofNullable(wishes.purpose())
                .or(() -> before.map(alert -> alert.content().purpose()))
                .or(() -> city.purposeOfSender(message.sender()))
                .or(() -> city.purposes().size() == 1
                        ? Optional.of(city.purposes().getFirst())
                        : Optional.empty());
        if (named.filter(city.purposes()::contains).isEmpty()) {
            faults.add(places.violation(
                    Fault.PURPOSE_UNKNOWN,
                    named.map(p -> "there is no purpose '" + p + "'")
                                    .orElse("no purpose is named and there are several")
                            + ": name one of " + city.purposes() + " by ?purpose="));
        }
        return named.orElse("");
    }

    String topic(Category category) {
        Optional<String> named = Optional.ofNullable(wishes.topic())
                .or(() -> before.map(alert -> alert.content().topic()))
                .or(() -> city.topicOfSender(message.sender()))
                .or(() -> city.topicOf(category));
        if (named.filter(city.topics()::contains).isEmpty()) {
            faults.add(places.violation(
                    Fault.TOPIC_UNKNOWN,
                    named.map(t -> "there is no topic '" + t + "'")
                                    .orElse("no topic follows from the sender or the category " + category.wireName())
                            + ": name one of " + city.topics() + " by ?topic=",
                    "info",
                    "category"));
        }
        return named.orElse("");
    }

    /** By district what has matched it; {@code bare} where the message may leave that to the alert before it. */
    Map<String, String> districts(boolean bare) {
        Map<String, String> matched = new LinkedHashMap<>();
        new Districts(city).of(message).forEach(m -> matched.put(m.district(), m.by().name()));
        if (!matched.isEmpty()) {
            return matched;
        }
        if (bare && !Districts.located(message)) {
            before.ifPresent(alert -> alert.content()
                    .districts()
                    .forEach(d -> matched.put(d, alert.content().matchedBy().getOrDefault(d, "REFERENCE"))));
        } else if (Districts.located(message)) {
            faults.add(places.violation(
                    Fault.AREA_OUTSIDE,
                    "the areas lie outside the city: no polygon, circle or geocode means one of its districts "
                            + city.districts(),
                    "info",
                    "area"));
        } else {
            faults.add(places.violation(
                    Fault.AREA_MISSING,
                    "no area has a polygon, circle or geocode: say where, an alert never goes to everyone by default",
                    "info",
                    "area"));
        }
        return matched;
    }

    /** By language, those that the hub speaks. */
    Map<String, AlertText> texts() {
        Map<String, AlertText> all = message.infos().isEmpty()
                ? before.map(alert -> withoutInstruction(alert.content().texts()))
                        .orElse(Map.of())
                : Texts.of(message);
        Map<String, AlertText> spoken = new LinkedHashMap<>(all);
        spoken.keySet().removeIf(language -> catalogue.language(language).isEmpty());
        if (spoken.isEmpty() && !all.isEmpty()) {
            faults.add(places.violation(
                    Fault.LANGUAGE_UNSUPPORTED,
                    "none of the languages " + all.keySet() + " is one of this hub's "
                            + catalogue.languages().stream().map(Language::tag).toList(),
                    "info",
                    "language"));
        }
        return spoken;
    }

    /** What is taken back must not say its order once more: only what it was about. */
    private static Map<String, AlertText> withoutInstruction(Map<String, AlertText> texts) {
        Map<String, AlertText> bare = new LinkedHashMap<>();
        texts.forEach((language, text) -> bare.put(language, text.bare()));
        return bare;
    }

    /** Whoever was told by a channel is told by it again: a Cancel or Update goes by those of the alert before, whatever is wished. */
    List<String> channels() {
        List<String> unknown =
                wishes.channels().stream().filter(c -> !channels.contains(c)).toList();
        if (!unknown.isEmpty()) {
            faults.add(places.violation(
                    Fault.CHANNEL_UNKNOWN, "there is no channel " + unknown + ": this hub has " + channels));
        }
        Set<String> wanted = new LinkedHashSet<>(wishes.channels());
        before.ifPresent(alert -> wanted.addAll(alert.content().channels()));
        wanted.retainAll(channels);
        return wanted.isEmpty() ? channels : List.copyOf(wanted);
    }
}
