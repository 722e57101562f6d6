package org.carillon.router.resident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one contact as one message leaves them; the audience follows each change. */
final class Subscriptions {
    private final ResidentConfig config;
    private final ResidentBook book;
    private final AudienceEntries entries;
    private final List<ResidentEffect> effects;
    private final Instant now;
    private final Map<SubscriptionId, Optional<Subscription>> changed = new HashMap<>();

    Subscriptions(ResidentConfig config, ResidentBook book, List<ResidentEffect> effects, Instant now) {
        this.config = config;
        this.book = book;
        this.entries = new AudienceEntries(config);
        this.effects = effects;
        this.now = now;
    }

    /** A number's subscription for a purpose; a sign-up that waited too long is as good as erased. */
    Optional<Subscription> find(String purpose, ContactId contact) {
        return config.id(purpose, contact).flatMap(this::findSms).filter(s -> !isLapsed(s));
    }

    /** All subscriptions of a number, of every purpose. */
    List<Subscription> all(ContactId contact) {
        return config.purposes().stream()
                .map(purpose -> config.id(purpose, contact).flatMap(this::findSms))
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isLapsed(Subscription subscription) {
        return subscription.state() == Subscription.State.PENDING
                && !now.isBefore(subscription.createdAt().plus(config.policy().pendingKept()));
    }

    /** A sign-up that waits for its YES; empty where the purpose has ended. */
    Optional<Subscription> signUp(InboundMessage message, List<String> districts, String language) {
        return config.id(message.purpose(), message.contactId())
                .map(id -> keep(new Subscription(
                        id,
                        message.contactId(),
                        message.purpose(),
                        ContactChannel.SMS,
                        message.contact(),
                        Subscription.State.PENDING,
                        districts,
                        language,
                        null,
                        Level.SEVERE,
                        List.of(),
                        ContentFormat.STANDARD,
                        null,
                        null,
                        now)));
    }

    /** YES: from now on it is matched, under an ordinal that nobody had before. */
    Subscription activate(Subscription pending, InboundMessage yes) {
        Subscription.Consent consent = new Subscription.Consent(
                config.policy().consentWording(), pending.language(), yes.at(), yes.messageId());
        return keep(new Subscription(
                pending.id(),
                pending.contactId(),
                pending.purpose(),
                pending.channel(),
                yes.contact(),
                Subscription.State.ACTIVE,
                pending.districts(),
                pending.language(),
                pending.secondLanguage(),
                pending.level(),
                pending.topics(),
                pending.format(),
                newRecipient(),
                consent,
                pending.createdAt()));
    }

    /** By command, which is consent: matched at once, the same again under the ordinal that it has. */
    Subscription subscribe(SubscriptionCommand.Subscribe command, Preferences wishes, Optional<Subscription> there) {
        return keep(new Subscription(
                command.id(),
                command.contactId(),
                command.purpose(),
                command.channel(),
                command.contact(),
                Subscription.State.ACTIVE,
                wishes.districts(),
                wishes.languages().getFirst(),
                second(wishes),
                wishes.level(),
                wishes.topics(),
                wishes.format(),
                there.map(Subscription::recipient).orElseGet(this::newRecipient),
                command.consent(),
                there.map(Subscription::createdAt).orElse(now)));
    }

    /** A number of a city's list: matched at once, or asked for a YES first. */
    Subscription declare(SubscriptionCommand.Declare command, Preferences wishes) {
        return keep(new Subscription(
                command.id(),
                command.contactId(),
                command.purpose(),
                ContactChannel.SMS,
                command.contact(),
                command.confirm() ? Subscription.State.PENDING : Subscription.State.ACTIVE,
                wishes.districts(),
                wishes.languages().getFirst(),
                second(wishes),
                wishes.level(),
                wishes.topics(),
                wishes.format(),
                command.confirm() ? null : newRecipient(),
                command.confirm() ? null : command.consent(),
                now));
    }

    /** All wishes anew. */
    Subscription withWishes(Subscription old, Preferences wishes) {
        return keep(new Subscription(
                old.id(),
                old.contactId(),
                old.purpose(),
                old.channel(),
                old.contact(),
                old.state(),
                wishes.districts(),
                wishes.languages().getFirst(),
                second(wishes),
                wishes.level(),
                wishes.topics(),
                wishes.format(),
                old.recipient(),
                old.consent(),
                old.createdAt()));
    }

    Subscription withDistricts(Subscription old, List<String> districts) {
        return keep(with(old, districts, old.language(), old.secondLanguage()));
    }

    Subscription withLanguages(Subscription old, String language, @Nullable String second) {
        return keep(with(old, old.districts(), language, second));
    }

    /** Ends a subscription: nothing of it is matched, nothing that is queued goes out. */
    void end(Subscription subscription, String reason) {
        changed.put(subscription.id(), Optional.empty());
        effects.add(new ResidentEffect.KeepSubscription(subscription.id(), null));
        Recipient recipient = subscription.recipient();
        if (recipient != null) {
            effects.add(new ResidentEffect.PutAudience(recipient, null));
            effects.add(new ResidentEffect.PutGate(
                    GateEntry.recipientKey(recipient), new GateEntry.RecipientRemoved(recipient, reason, now)));
        }
    }

    private Recipient newRecipient() {
        int ordinal = book.nextOrdinal();
        effects.add(new ResidentEffect.UseOrdinal(ordinal));
        return new Recipient(book.partition(), ordinal);
    }

    private Subscription keep(Subscription subscription) {
        changed.put(subscription.id(), Optional.of(subscription));
        effects.add(new ResidentEffect.KeepSubscription(subscription.id(), subscription));
        Recipient recipient = subscription.recipient();
        if (recipient != null) {
            effects.add(new ResidentEffect.PutAudience(recipient, entries.of(subscription)));
        }
        return subscription;
    }

    /** The subscription of that id, of whatever channel. */
    Optional<Subscription> find(SubscriptionId id) {
        Optional<Subscription> now = changed.get(id);
        return now == null ? book.subscription(id) : now;
    }

    private Optional<Subscription> findSms(SubscriptionId id) {
        return find(id).filter(s -> s.channel() == ContactChannel.SMS);
    }

    private static @Nullable String second(Preferences wishes) {
        return wishes.languages().size() > 1 ? wishes.languages().get(1) : null;
    }

    private static Subscription with(
            Subscription old, List<String> districts, String language, @Nullable String second) {
        return new Subscription(
                old.id(),
                old.contactId(),
                old.purpose(),
                old.channel(),
                old.contact(),
                old.state(),
                districts,
                language,
                second,
                old.level(),
                old.topics(),
                old.format(),
                old.recipient(),
                old.consent(),
                old.createdAt());
    }
}
