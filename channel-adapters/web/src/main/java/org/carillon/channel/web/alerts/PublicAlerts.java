package org.carillon.channel.web.alerts;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.channel.web.alerts.Standing.Ended;
import org.carillon.channel.web.alerts.Standing.Ending;
import org.carillon.channel.web.alerts.Standing.InForce;
import org.carillon.channel.web.alerts.Standing.Unknown;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * The only way from the hub's alerts to the public: nothing that was not issued to residents passes, and whether an alert is in force
 * is asked anew with every request.
 */
public final class PublicAlerts {
    private static final String CHANNEL = "web";

    private final HubAlerts hub;
    private final Clock clock;
    private final String defaultLanguage;

    public PublicAlerts(HubAlerts hub, Clock clock, String defaultLanguage) {
        this.hub = hub;
        this.clock = clock;
        this.defaultLanguage = defaultLanguage;
    }

    /** What residents should act on now, the gravest first. */
    public List<Alert> inForce() {
        return hub.inForce(clock.instant());
    }

    /** As {@link #inForce()}, of one district. */
    public List<Alert> inForce(String district) {
        return inForce().stream()
                .filter(alert -> alert.content().districts().contains(district))
                .toList();
    }

    /** How the alert of that id stands; {@link Unknown} also for what is no id at all. */
    public Standing find(String id) {
        return AlertId.isValid(id)
                ? hub.find(new AlertId(id))
                        .filter(PublicAlerts::isOnTheWeb)
                        .map(this::standing)
                        .orElseGet(Unknown::new)
                : new Unknown();
    }

    /** How the message with that code stands, whatever channel told it. */
    public Standing find(VerificationCode code) {
        return hub.all().stream()
                .filter(alert -> alert.verificationCode().equals(code) && wasIssued(alert))
                .findFirst()
                .map(this::standing)
                .orElseGet(Unknown::new);
    }

    /** Whether the web tells of an alert, so that there is a page to link to. */
    public static boolean isOnTheWeb(Alert alert) {
        return wasIssued(alert) && alert.content().channels().contains(CHANNEL);
    }

    /** When the set of alerts in force last changed: an issue, an end, or an expiry that has passed. */
    public Instant lastChange() {
        Instant now = clock.instant();
        return hub.all().stream()
                .filter(PublicAlerts::isOnTheWeb)
                .flatMap(alert -> Stream.of(
                        alert.issuedAt(), alert.endedAt(), alert.content().expires()))
                .filter(at -> at != null && !at.isAfter(now))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** The frozen article in the reader's language or the nearest one that the alert has. */
    public Optional<Rendition> article(Alert alert, String language, ContentFormat format) {
        return hub.rendition(alert, nearest(alert, language), format);
    }

    /** The alert's texts in the reader's language or the nearest one that it has. */
    public AlertText text(Alert alert, String language) {
        AlertText text = alert.content().texts().get(nearest(alert, language));
        if (text == null) {
            throw new IllegalStateException("an alert without any text");
        }
        return text;
    }

    /** Of the alert's languages the one that a reader of the given one most likely reads. */
    public String nearest(Alert alert, String language) {
        Set<String> has = alert.content().texts().keySet();
        if (has.contains(language)) {
            return language;
        }
        String otherwise =
                has.contains(defaultLanguage) ? defaultLanguage : has.iterator().next();
        LocaleMatcher matcher = LocaleMatcher.builder()
                .setSupportedULocales(has.stream().map(ULocale::forLanguageTag).toList())
                .setDefaultULocale(ULocale.forLanguageTag(otherwise))
                .build();
        String best = matcher.getBestMatch(ULocale.forLanguageTag(language)).toLanguageTag();
        return has.contains(best) ? best : otherwise;
    }

    /** The exact bytes of its CAP message, once it is there with its signature: never the message as it was before it was signed. */
    public Optional<byte[]> document(Alert alert) {
        String unsigned = alert.content().documentDigest();
        return hub.document(alert.id())
                .filter(document -> unsigned == null
                        || alert.content().carriesOwnSignature()
                        || !unsigned.equals(CapBytes.of(document).digest()));
    }

    private static boolean wasIssued(Alert alert) {
        return alert.issuedAt() != null && alert.content().forResidents() && !alert.cancelsNothing();
    }

    private Standing standing(Alert alert) {
        Instant now = clock.instant();
        if (alert.inForce(now)) {
            return new InForce(alert);
        }
        AlertContent content = alert.content();
        Instant endedAt = alert.endedAt();
        Ending how = switch (alert.state()) {
            case SUPERSEDED -> Ending.REPLACED;
            case CANCELLED -> Ending.WITHDRAWN;
            case ISSUED, EXPIRED, DRAFT, PENDING_APPROVAL, RETURNED, QUARANTINED, REJECTED -> Ending.EXPIRED;
        };
        Instant at = how == Ending.EXPIRED || endedAt == null ? content.expires() : endedAt;
        return new Ended(alert, how, at, successor(alert));
    }

    /** The end of the chain, as far as it may be seen. */
    private Optional<Alert> successor(Alert alert) {
        Set<AlertId> seen = new HashSet<>();
        Optional<Alert> last = Optional.empty();
        @Nullable AlertId next = alert.endedBy();
        while (next != null && seen.add(next)) {
            Optional<Alert> found = hub.find(next).filter(PublicAlerts::isOnTheWeb);
            if (found.isEmpty()) {
                break;
            }
            last = found;
            next = found.get().state() == AlertState.ISSUED ? null : found.get().endedBy();
        }
        return last;
    }
}
