package org.carillon.router.resident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.InboundMessage;
import org.carillon.schemas.resident.LedgerEntry;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.resident.SubscriptionDecision;
import org.jspecify.annotations.Nullable;

/** A resident's phone and the hub's memory, with a clock that is set by hand. */
final class Phone implements ResidentBook {
    static final String PURPOSE = "city-alerts";
    static final String OTHER_PURPOSE = "clinic";
    static final ContactId ID = new ContactId(1, 2);
    static final int PARTITION = 3;
    static final LedgerId LEDGER_ID = new LedgerId(~1, 2);
    static final ResidentConfig CONFIG = new ResidentConfig(
            List.of("D01", "D02", "D03"),
            List.of("en", "es", "ar"),
            "en",
            List.of("health", "water"),
            List.of(PURPOSE, OTHER_PURPOSE),
            (purpose, contact) -> Optional.of(id(purpose, contact)),
            contact -> new LedgerId(~contact.high(), contact.low()),
            new Random(4711),
            ResidentPolicy.DEFAULT);

    private final Map<ContactId, Contact> contacts = new HashMap<>();
    private final Map<SubscriptionId, Subscription> subscriptions = new HashMap<>();
    private final Map<Recipient, AudienceEntry> audience = new HashMap<>();
    private final Map<String, GateEntry> gate = new HashMap<>();
    private final Map<LedgerId, LedgerEntry> ledger = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
    private final List<Reply> replies = new ArrayList<>();
    private final List<SubscriptionDecision> decisions = new ArrayList<>();
    private final SubscriptionDesk desk = new SubscriptionDesk(CONFIG, this);
    private final Dialogue dialogue = new Dialogue(CONFIG, this);
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private int ordinal;
    private int messages;

    /** Texts the hub; the meanings are what the adapter would find in the text. */
    Phone text(Meaning... meanings) {
        return text("SM" + ++messages, null, meanings);
    }

    Phone text(String messageId, @Nullable String optOutType, Meaning... meanings) {
        return text(PURPOSE, messageId, optOutType, meanings);
    }

    /** Texts the hub's number for the other purpose. */
    Phone textOther(Meaning... meanings) {
        return text(OTHER_PURPOSE, "SM" + ++messages, null, meanings);
    }

    private Phone text(String purpose, String messageId, @Nullable String optOutType, Meaning... meanings) {
        take(dialogue.receive(
                new InboundMessage(messageId, ID, purpose, contactSeal(), now, List.of(meanings), optOutType), now));
        return this;
    }

    /** The city declares the number. */
    SubscriptionDecision.Declared.Outcome declare(SubscriptionCommand.Declare command) {
        take(desk.answer(command, now));
        return ((SubscriptionDecision.Declared) decisions.getLast()).outcome();
    }

    static SubscriptionId id(String purpose, ContactId contact) {
        return new SubscriptionId(contact.high() + (purpose.equals(PURPOSE) ? 0 : 1), ~contact.low());
    }

    /** A subscription that is there already. */
    void keep(Subscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    void pass(Duration time) {
        now = now.plus(time);
        take(dialogue.lookAgain(ID, now));
    }

    Instant now() {
        return now;
    }

    static SealedContact contactSeal() {
        return SealedContact.ofBytes(new byte[] {7});
    }

    /** What the hub said since it was last asked. */
    List<ReplyKey> keys() {
        return replies().stream().map(Reply::key).toList();
    }

    List<Reply> replies() {
        List<Reply> since = List.copyOf(replies);
        replies.clear();
        return since;
    }

    Reply reply() {
        List<Reply> since = replies();
        if (since.size() != 1) {
            throw new AssertionError("one reply expected, not " + since.size());
        }
        return since.getFirst();
    }

    Map<Recipient, AudienceEntry> audience() {
        return audience;
    }

    Map<String, GateEntry> gate() {
        return gate;
    }

    Map<LedgerId, LedgerEntry> ledger() {
        return ledger;
    }

    /** Whether the hub knows anything of this number but the ids of its messages. */
    boolean isForgotten() {
        return contacts.isEmpty() && subscriptions.isEmpty();
    }

    Optional<Subscription> subscription() {
        return subscriptions.values().stream().findFirst();
    }

    Subscription active() {
        return subscription()
                .filter(s -> s.state() == Subscription.State.ACTIVE)
                .orElseThrow(() -> new AssertionError("not active"));
    }

    @Override
    public Optional<Contact> contact(ContactId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public Optional<Subscription> subscription(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    @Override
    public Optional<LedgerEntry> departure(LedgerId id) {
        return Optional.ofNullable(ledger.get(id));
    }

    @Override
    public boolean heard(String id) {
        return heard.contains(id);
    }

    @Override
    public int partition() {
        return PARTITION;
    }

    @Override
    public int nextOrdinal() {
        return ordinal;
    }

    private void take(List<ResidentEffect> effects) {
        for (ResidentEffect effect : effects) {
            switch (effect) {
                case ResidentEffect.KeepContact keep -> put(contacts, keep.id(), keep.contact());
                case ResidentEffect.KeepSubscription keep -> put(subscriptions, keep.id(), keep.subscription());
                case ResidentEffect.UseOrdinal use -> ordinal = use.ordinal() + 1;
                case ResidentEffect.PutAudience put -> put(audience, put.recipient(), put.entry());
                case ResidentEffect.PutGate put -> put(gate, put.key(), put.entry());
                case ResidentEffect.Say say -> replies.add(say.reply());
                case ResidentEffect.PutLedger put -> ledger.put(put.entry().id(), put.entry());
                case ResidentEffect.Hear hear -> heard.add(hear.id());
                case ResidentEffect.Decide decide -> decisions.add(decide.decision());
                case ResidentEffect.LookAgain look -> {}
                case ResidentEffect.LookNoMore look -> {}
            }
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
