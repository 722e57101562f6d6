package org.carillon.router;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carillon.router.config.CityCodes;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.resident.LedgerIds;
import org.carillon.router.resident.SubscriptionIds;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;

/** A small city without a key ring. */
final class TestConfig {
    static final String PURPOSE = "city-alerts";
    static final CityCodes CITY = new CityCodes(
            List.of("D01", "D02", "D03"),
            List.of("en", "es", "ar"),
            "en",
            List.of("health", "water"),
            List.of(PURPOSE));
    static final SubscriptionIds IDS =
            (purpose, contact) -> Optional.of(new SubscriptionId(contact.high(), ~contact.low()));

    static final LedgerIds LEDGER_IDS = contact -> new LedgerId(~contact.high(), contact.low());

    private TestConfig() {}

    static RouterConfig of(String bootstrapServers, Path stateDir) {
        return RouterConfig.of(KafkaSettings.embedded(bootstrapServers, stateDir), CITY, IDS, LEDGER_IDS);
    }

    static ContactId contact(long number) {
        return new ContactId(number, -number);
    }

    static SealedContact sealed(long number) {
        return SealedContact.ofBytes(ByteBuffer.allocate(8).putLong(number).array());
    }
}
