package org.carillon.ingest.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.notice.Notice;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertReference;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.cap.codec.CapWriter;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.xml.XmlFault;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/**
 * Turns a valid CAP message into what the router decides about: purpose, topic, districts, texts, expiry and every rendition.
 * Checks the hub's own rules on top of those of CAP and reports all that are broken at once.
 */
public final class Submissions {
    /** How far a sender's clock may be ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

    private final City city;
    private final Catalogue catalogue;
    private final Renditions renderings;
    private final Earlier earlier;
    private final List<String> channels;
    private final Set<String> reviewed;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param channels names of the channels that this hub has
     * @param reviewed languages that count as reviewed beside those of the catalogue (demo)
     */
    public Submissions(
            City city,
            Catalogue catalogue,
            Renditions renderings,
            Earlier earlier,
            List<String> channels,
            Set<String> reviewed,
            Clock clock) {
        this.city = city;
        this.catalogue = catalogue;
        this.renderings = renderings;
        this.earlier = earlier;
        this.channels = List.copyOf(channels);
        this.reviewed = Set.copyOf(reviewed);
        this.clock = clock;
    }

    /** Names of the channels that this hub has. */
    public List<String> channels() {
        return channels;
    }

    /** What follows from a message. */
    public record Prepared(
            AlertContent content, List<Rendition> renditions, List<String> unreviewed, CapBytes document) {
        public Prepared {
            renditions = List.copyOf(renditions);
            unreviewed = List.copyOf(unreviewed);
        }
    }

    /**
     * Reads a CAP message and prepares it.
     *
     * @throws ProblemException 400 where it cannot be read, 422 with every violation where rules are broken
     */
    public Prepared prepare(byte[] bytes, Wishes wishes) {
        return switch (CapReader.read(bytes)) {
            case CapReading.Unreadable unreadable -> throw unreadable(unreadable);
            case CapReading.Invalid invalid ->
                throw ProblemException.unprocessable(
                        "The message breaks rules of CAP 1.2; nothing was stored.", invalid.violations());
            case CapReading.Valid valid ->
                prepare(valid.document(), wishes, digest(valid.document().alert(), wishes));
        };
    }

    /**
     * Prepares a message that has been read.
     *
     * @param contentDigest what makes two submissions the same
     * @throws ProblemException 422 with every violation where rules of the hub are broken
     */
    public Prepared prepare(CapDocument document, Wishes wishes, String contentDigest) {
        return prepare(document, wishes, contentDigest, null);
    }

    /**
     * As the other, for what a feed brought.
     *
     * @param source the feed and what its reader mended, in which case the mended message is what is approved and published; or null
     */
    public Prepared prepare(CapDocument document, Wishes wishes, String contentDigest, @Nullable AlertSource source) {
        CapAlert message = document.alert();
        List<CapViolation> faults = new ArrayList<>();
        Places places = new Places(document.bytes());
        Optional<Alert> before = earlier.of(message);
        Instant now = clock.instant();
        if (message.sent().instant().isAfter(now.plus(CLOCK_SKEW))) {
            faults.add(places.violation(
                    Fault.SENT_IN_FUTURE,
                    "sent lies in the future: send the message when it is meant to go out",
                    "sent"));
        }
        if (city.isBarred(message.sender())) {
            faults.add(places.violation(
                    Fault.SENDER_BARRED,
                    "alerts of the sender " + message.sender() + " are not accepted now (city pack, senders)",
                    "sender"));
        }
        boolean machine = message.msgType() == MsgType.ACK || message.msgType() == MsgType.ERROR;
        boolean bare = machine || message.msgType() == MsgType.CANCEL;
        if (message.infos().isEmpty() && !bare) {
            faults.add(places.violation(
                    Fault.INFO_MISSING,
                    "an Alert or Update needs an info: without it there is nothing to tell residents"));
        }
        Completion open = new Completion(city, catalogue, channels, message, wishes, before, places, faults);
        Instant expires = open.expires(now);
        if (!machine && !expires.isAfter(now)) {
            faults.add(places.violation(
                    Fault.EXPIRED,
                    "the alert has expired at " + CapTime.of(expires).text()
                            + (message.lastExpiry().isPresent()
                                    ? ""
                                    : " (it has no expires: " + Completion.DEFAULT_LIFETIME.toHours()
                                            + " hours after sent)")
                            + ": it would reach nobody",
                    "info",
                    "expires"));
        }
        String purpose = machine ? "" : open.purpose();
        Category category = message.infos().stream()
                .flatMap(info -> info.categories().stream())
                .findFirst()
                .or(() -> before.map(alert -> alert.content().category()))
                .orElse(Category.OTHER);
        String topic = machine ? "" : open.topic(category);
        Map<String, String> matched = machine ? Map.of() : open.districts(bare);
        Map<String, AlertText> texts = machine ? Map.of() : open.texts();
        List<String> wanted = open.channels();
        List<Rendition> renditions = new ArrayList<>();
        // A Cancel of what never came here is kept, in case that comes late; there is nobody to tell of it.
        boolean tells = !machine && (message.msgType() != MsgType.CANCEL || before.isPresent());
        if (faults.isEmpty() && tells) {
            renditions.addAll(renderings.render(
                    message,
                    wanted,
                    texts,
                    List.copyOf(matched.keySet()),
                    expires,
                    wishes.correction() ? Notice.Kind.CORRECTION : kind(message),
                    before.orElse(null),
                    (channel, language, excess) -> faults.add(places.violation(
                            Fault.TEXT_TOO_LONG,
                            "the instruction in " + language + " is too long for " + channel + " by " + excess
                                    + " characters: shorten it, the instruction is never cut",
                            "info",
                            "instruction"))));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.unprocessable(
                    "The message is valid CAP, but this hub cannot publish it; nothing was stored.", faults);
        }
        CapBytes stands =
                CapBytes.of(source == null || source.repairs().isEmpty() ? document.bytes() : CapWriter.write(message));
        AlertContent content = content(
                message,
                purpose,
                topic,
                category,
                before,
                matched,
                texts,
                expires,
                wanted,
                wishes,
                contentDigest,
                renditions,
                city.signature(document),
                stands.digest(),
                source);
        return new Prepared(content, renditions, unreviewed(texts.keySet()), stands);
    }

    private AlertContent content(
            CapAlert message,
            String purpose,
            String topic,
            Category category,
            Optional<Alert> before,
            Map<String, String> matched,
            Map<String, AlertText> texts,
            Instant expires,
            List<String> wanted,
            Wishes wishes,
            String contentDigest,
            List<Rendition> renditions,
            SignatureCheck signature,
            String documentDigest,
            @Nullable AlertSource source) {
        Optional<CapInfo> gravest = message.infos().stream()
                .max(Comparator.comparingInt(info -> info.severity().rank()));
        Optional<AlertContent> old = before.map(Alert::content);
        return new AlertContent(
                message.identifier(),
                message.sender(),
                message.sent().value(),
                message.status(),
                message.msgType(),
                message.scope(),
                purpose,
                topic,
                category,
                gravest.map(CapInfo::severity)
                        .or(() -> old.map(AlertContent::severity))
                        .orElse(Severity.UNKNOWN),
                gravest.map(CapInfo::urgency)
                        .or(() -> old.map(AlertContent::urgency))
                        .orElse(Urgency.UNKNOWN),
                gravest.map(CapInfo::certainty)
                        .or(() -> old.map(AlertContent::certainty))
                        .orElse(Certainty.UNKNOWN),
                message.infos().stream()
                        .flatMap(info -> info.responseTypes().stream())
                        .distinct()
                        .toList(),
                List.copyOf(matched.keySet()),
                matched,
                texts,
                expires,
                message.references().stream()
                        .map(r -> new AlertReference(
                                r.sender(), r.identifier(), r.sent().value()))
                        .toList(),
                wanted,
                wishes.question(),
                signature,
                contentDigest,
                Rendition.digest(renditions),
                documentDigest,
                source,
                wishes.template());
    }

    /** Those of the languages that no named reviewer has confirmed. */
    public List<String> unreviewed(Set<String> languages) {
        return languages.stream()
                .filter(tag -> catalogue
                        .language(tag)
                        .map(language ->
                                !language.reviewed() && !language.source() && !reviewed.contains(language.tag()))
                        .orElse(true))
                .toList();
    }

    private static Notice.Kind kind(CapAlert message) {
        return switch (message.msgType()) {
            case CANCEL -> Notice.Kind.CANCEL;
            case UPDATE ->
                message.infos().stream().anyMatch(i -> i.responseTypes().contains(ResponseType.ALL_CLEAR))
                        ? Notice.Kind.ALL_CLEAR
                        : Notice.Kind.UPDATE;
            case ALERT, ACK, ERROR -> Notice.Kind.ALERT;
        };
    }

    private static ProblemException unreadable(CapReading.Unreadable unreadable) {
        int status = unreadable.kind() == XmlFault.TOO_LARGE ? 413 : 400;
        String title = status == 413 ? "Content Too Large" : "Bad Request";
        return ProblemException.of(new Problem(
                "about:blank", title, status, unreadable.violation().message(), List.of(unreadable.violation())));
    }

    /** Whether somebody has most likely written longitude before latitude. */
    public boolean isAboutTheCityWhenSwapped(CapAlert message) {
        return !new Districts(city).ofSwapped(message).isEmpty();
    }

    /** What makes two submissions the same: the same message in another layout is the same message. */
    public static String digest(CapAlert message, Wishes wishes) {
        return Digests.sha256(CapWriter.write(message), wishes.parts());
    }
}
