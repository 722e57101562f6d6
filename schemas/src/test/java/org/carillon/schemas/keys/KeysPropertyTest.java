package org.carillon.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeysPropertyTest {
    private static final PurposeId ALERTS = new PurposeId("city-alerts");
    private static final PurposeId CLINIC = new PurposeId("clinic");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyRing RING = ring();

    @Property(tries = 300)
    void sealedContactsOpenAgainAndAreShort(@ForAll("numbers") E164 number) {
        SealedContact sealed = RING.seal(ALERTS, number);

        assertThat(sealed.length()).isLessThanOrEqualTo(45);
        assertThat(RING.open(ALERTS, sealed)).isEqualTo(number);
        assertThat(RING.seal(ALERTS, number)).isNotEqualTo(sealed);
    }

    @Property(tries = 300)
    void idsAreStableAndDifferByPurpose(@ForAll("numbers") E164 number, @ForAll("numbers") E164 other) {
        Assume.that(!number.equals(other));
        ContactId contact = RING.contactId(number);

        assertThat(RING.contactId(E164.of(number.value()))).isEqualTo(contact);
        assertThat(RING.contactId(other)).isNotEqualTo(contact);
        assertThat(RING.subscriptionId(ALERTS, contact)).isNotEqualTo(RING.subscriptionId(CLINIC, contact));
        assertThat(RING.subscriptionId(ALERTS, contact).value()).isNotEqualTo(contact.value());
    }

    @Property(tries = 300)
    void valuesSurviveTextBytesAndJson(@ForAll("numbers") E164 number) throws JsonProcessingException {
        ContactId contact = RING.contactId(number);
        SubscriptionId subscription = RING.subscriptionId(ALERTS, contact);
        SealedContact sealed = RING.seal(ALERTS, number);
        LedgerId ledger = RING.ledgerId(contact);

        assertThat(ContactId.of(contact.value())).isEqualTo(contact);
        assertThat(ContactId.ofBytes(contact.toBytes())).isEqualTo(contact);
        assertThat(SealedContact.ofBytes(sealed.toBytes())).isEqualTo(sealed).hasSameHashCodeAs(sealed);
        assertThat(json(contact, ContactId.class)).isEqualTo(contact);
        assertThat(json(subscription, SubscriptionId.class)).isEqualTo(subscription);
        assertThat(json(ledger, LedgerId.class)).isEqualTo(ledger);
        assertThat(json(sealed, SealedContact.class)).isEqualTo(sealed);
        assertThat(json(number, E164.class)).isEqualTo(number);
    }

    @Property(tries = 300)
    void nothingPersonalIsPrinted(@ForAll("numbers") E164 number) {
        ContactId contact = RING.contactId(number);
        SealedContact sealed = RING.seal(ALERTS, number);
        String printed = List.of(number, contact, sealed, RING.subscriptionId(ALERTS, contact), RING)
                .toString();

        assertThat(printed)
                .doesNotContain(Long.toString(number.digits()))
                .doesNotContain(contact.value())
                .doesNotContain(sealed.value());
    }

    @Property(tries = 1000)
    void refusalsDoNotRepeatTheText(@ForAll String text) {
        Assume.that(text.length() > 2 && !E164.isValid(text));

        assertThatThrownBy(() -> E164.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an E.164 number: + and 7 to 15 digits expected, the first not 0");
    }

    @Property(tries = 300)
    void damagedSealsDoNotOpen(@ForAll("numbers") E164 number, @ForAll byte flip, @ForAll short at) {
        Assume.that(flip != 0);
        byte[] bytes = RING.seal(ALERTS, number).toBytes();
        bytes[Math.floorMod(at, bytes.length)] ^= flip;

        assertThatThrownBy(() -> RING.open(ALERTS, SealedContact.ofBytes(bytes)))
                .isInstanceOf(KeyRingException.class)
                .hasMessageNotContaining(Long.toString(number.digits()));
    }

    @Example
    void idsAreKeysOfJsonMaps() throws JsonProcessingException {
        Map<ContactId, Integer> map = Map.of(RING.contactId(E164.of("+15005550006")), 1);

        assertThat(JSON.readValue(JSON.writeValueAsString(map), new TypeReference<Map<ContactId, Integer>>() {}))
                .isEqualTo(map);
    }

    @Example
    void numbersAreChecked() {
        for (String bad : List.of(
                "", "+", "34600111222", "+0600111222", "+123456", "+1234567890123456", "+34 600", "+٣٤٦٠٠١١١٢٢٢")) {
            assertThat(E164.isValid(bad)).as(bad).isFalse();
        }
        assertThat(E164.isValid("+1234567")).isTrue();
        assertThat(E164.of("+999999999999999").value()).isEqualTo("+999999999999999");
        assertThatThrownBy(() -> new PurposeId("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<E164> numbers() {
        return Arbitraries.longs().between(1_000_000L, 999_999_999_999_999L).map(E164::new);
    }

    private static <T> T json(T value, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(JSON.writeValueAsString(value), type);
    }

    private static KeyRing ring() {
        try {
            Path dir = Files.createTempDirectory("keys");
            dir.toFile().deleteOnExit();
            return KeyRing.open(dir.resolve("ring"), List.of(ALERTS, CLINIC), Clock.systemUTC());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
