package org.carillon.router;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.router.config.CityCodes;
import org.carillon.router.config.KafkaSettings;
import org.carillon.router.config.RouterConfig;
import org.carillon.router.config.TransparencyConfig;
import org.carillon.router.resident.LedgerIds;
import org.carillon.router.resident.SubscriptionIds;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.LedgerId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.transparency.note.HeadSigner;

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

    static final TransparencyConfig LOG =
            new TransparencyConfig(signer(), Map.of(PURPOSE, LocalDate.parse("2030-12-31")));

    private TestConfig() {}

    private static HeadSigner signer() {
        try {
            return HeadSigner.of(
                    "test-log", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static RouterConfig of(String bootstrapServers, Path stateDir) {
        return RouterConfig.of(KafkaSettings.embedded(bootstrapServers, stateDir), CITY, IDS, LEDGER_IDS, LOG);
    }

    static ContactId contact(long number) {
        return new ContactId(number, -number);
    }

    static SealedContact sealed(long number) {
        return SealedContact.ofBytes(ByteBuffer.allocate(8).putLong(number).array());
    }
}
