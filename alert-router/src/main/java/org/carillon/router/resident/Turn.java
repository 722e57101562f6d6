package org.carillon.router.resident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.jspecify.annotations.Nullable;

/** One message and all that it changes: the hub says at most one thing in answer. */
final class Turn {
    private final InboundMessage message;
    private final ResidentConfig config;
    private final Subscriptions subscriptions;
    private final Instant now;
    private final List<ResidentEffect> effects = new ArrayList<>();
    private Contact contact;
    private @Nullable String saidId;
    private boolean erased;

    Turn(InboundMessage message, Contact contact, ResidentConfig config, ResidentBook book, Instant now) {
        this.message = message;
        this.config = config;
        this.now = now;
        this.contact = contact.hearing(message.messageId(), now);
        this.subscriptions = new Subscriptions(config, book, effects, now);
    }

    InboundMessage message() {
        return message;
    }

    ContactId contactId() {
        return message.contactId();
    }

    ResidentConfig config() {
        return config;
    }

    Instant now() {
        return now;
    }

    Contact contact() {
        return contact;
    }

    void contact(Contact next) {
        contact = next;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** The subscription for the purpose of this message, pending or active. */
    Optional<Subscription> subscription() {
        return subscriptions.find(message.purpose(), contactId());
    }

    /** In which language this resident is answered; of someone new the language of the word. */
    String languageOr(String wordLanguage) {
        String known = knownLanguage();
        return known == null ? wordLanguage : known;
    }

    @Nullable
    String knownLanguage() {
        return subscription().map(Subscription::language).orElse(contact.language());
    }

    void gate(String key, @Nullable GateEntry entry) {
        effects.add(new ResidentEffect.PutGate(key, entry));
    }

    /** Notes for ever how this number left. */
    void ledger(LedgerEntry.Kind kind, @Nullable String proof, @Nullable Instant stoppedAt) {
        effects.add(new ResidentEffect.PutLedger(
                new LedgerEntry(config.ledgerIds().of(contactId()), kind, now, proof, stoppedAt)));
    }

    void ask(Question question, ReplyKey key, String language) {
        contact = contact.asked(question);
        say(key, language, List.of(), question.options(), Map.of());
    }

    void say(ReplyKey key, String language) {
        say(key, language, List.of(), List.of(), Map.of());
    }

    /** Reads a subscription back. */
    void readBack(ReplyKey key, Subscription subscription) {
        say(
                key,
                subscription.language(),
                subscription.districts(),
                List.of(),
                Map.of(
                        "language", subscription.language(),
                        "level", subscription.level().wireName()));
    }

    /** Answers, unless this number has had its answers of this hour; the last of them says so. */
    void say(ReplyKey key, String language, List<String> areas, List<String> options, Map<String, String> args) {
        int most = config.policy().repliesPerHour();
        if (contact.answers() >= most && key != ReplyKey.FORGOTTEN) {
            return;
        }
        contact = contact.answered();
        boolean last = contact.answers() == most && !isFarewell(key);
        Reply reply = new Reply(
                replyId(message.messageId()),
                contactId(),
                message.purpose(),
                message.contact(),
                language,
                last ? ReplyKey.TOO_MANY : key,
                last ? List.of() : areas,
                last ? List.of() : options,
                last ? Map.of() : args,
                now);
        saidId = reply.replyId();
        effects.add(new ResidentEffect.Say(reply));
    }

    /** The id of what was said in this turn, or null. */
    @Nullable
    String saidId() {
        return saidId;
    }

    /** Whether an answer would be given as it is, and not be the last of this hour. */
    boolean hasAnswersLeft() {
        return contact.answers() + 1 < config.policy().repliesPerHour();
    }

    /** Nothing of this number is kept; its messages stay known by their ids alone, so that none is answered twice. */
    void erase() {
        erased = true;
    }

    /** Everything that this message changed. */
    List<ResidentEffect> finish() {
        if (erased) {
            effects.add(new ResidentEffect.KeepContact(contactId(), null));
            effects.add(new ResidentEffect.LookNoMore(contactId()));
            contact.heard().forEach(id -> effects.add(new ResidentEffect.Hear(id)));
            return List.copyOf(effects);
        }
        effects.add(new ResidentEffect.KeepContact(contactId(), contact));
        boolean active = subscription()
                .filter(s -> s.state() == Subscription.State.ACTIVE)
                .isPresent();
        if (!active) {
            effects.add(new ResidentEffect.LookAgain(
                    contactId(), now.plus(config.policy().pendingKept())));
        }
        return List.copyOf(effects);
    }

    private static boolean isFarewell(ReplyKey key) {
        return key == ReplyKey.STOPPED || key == ReplyKey.STOPPED_BEFORE || key == ReplyKey.FORGOTTEN;
    }

    /** One message has at most one answer, so its id serves for both. */
    private static String replyId(String messageId) {
        String safe = messageId.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.substring(0, Math.min(safe.length(), 80));
    }
}
