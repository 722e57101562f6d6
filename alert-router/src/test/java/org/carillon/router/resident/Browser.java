package org.carillon.router.resident;

import java.time.Instant;
import java.util.List;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.resident.Preferences;
import org.carillon.schemas.resident.Subscription;
import org.carillon.schemas.resident.SubscriptionCommand;

/** Commands about one browser's subscription, as the push channel would write them. */
final class Browser {
    static final ContactId CONTACT = new ContactId(11, 12);
    static final SubscriptionId ID = new SubscriptionId(11, ~12);
    static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
    static final Subscription.Consent CONSENT = new Subscription.Consent("push-1", "es", AT, "browser");

    private Browser() {}

    static SubscriptionCommand.Subscribe subscribe(String commandId, Preferences preferences) {
        return subscribe(commandId, Phone.PURPOSE, ContactChannel.PUSH, seal(1), preferences);
    }

    static SubscriptionCommand.Subscribe subscribe(
            String commandId, String purpose, ContactChannel channel, SealedContact seal, Preferences preferences) {
        return new SubscriptionCommand.Subscribe(
                commandId, ID, AT, CONTACT, purpose, channel, seal, preferences, CONSENT);
    }

    static SubscriptionCommand change(String commandId, Preferences preferences) {
        return new SubscriptionCommand.Change(commandId, ID, AT, preferences);
    }

    static SubscriptionCommand look(String commandId) {
        return new SubscriptionCommand.Look(commandId, ID, AT);
    }

    static SubscriptionCommand end(String commandId, String reason) {
        return new SubscriptionCommand.End(commandId, ID, AT, reason);
    }

    static Preferences wishes(String... districts) {
        return wishes(List.of("es", "en"), List.of(districts), List.of("water"));
    }

    static Preferences wishes(List<String> languages, List<String> districts, List<String> topics) {
        return new Preferences(languages, districts, topics, Level.EXTREME, ContentFormat.PLAIN);
    }

    static SealedContact seal(int number) {
        return SealedContact.ofBytes(new byte[] {(byte) number});
    }
}
