package org.carillon.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushContactTest {
    private static final PurposeId ALERTS = new PurposeId("city-alerts");
    private static final PurposeId CLINIC = new PurposeId("clinic");
    private static final String ENDPOINT = "https://push.example/send/abc";

    @TempDir
    Path temp;

    private KeyRing ring;

    @BeforeEach
    void open() {
        ring = reopen();
    }

    private KeyRing reopen() {
        return KeyRing.open(temp.resolve("keys"), List.of(ALERTS, CLINIC), Clock.systemUTC());
    }

    private static PushContact contact(String endpoint) {
        byte[] key = new byte[65];
        key[0] = 4;
        key[64] = 9;
        return new PushContact(endpoint, base64(key), base64(new byte[16]));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void shouldOpenWhatItSealed() {
        PushContact longest = contact("https://push.example/" + "x".repeat(1003));
        SealedContact sealed = ring.seal(ALERTS, longest);

        assertThat(longest.endpoint()).hasSize(PushContact.MAX_ENDPOINT);
        assertThat(sealed.length()).isLessThan(1200);
        assertThat(reopen().openPush(ALERTS, sealed)).isEqualTo(longest);
        assertThatThrownBy(() -> ring.openPush(CLINIC, sealed)).isInstanceOf(KeyRingException.class);
    }

    @Test
    void shouldNotTakeANumberForABrowserNorABrowserForANumber() {
        assertThatThrownBy(() -> ring.openPush(ALERTS, ring.seal(ALERTS, E164.of("+34600111222"))))
                .isInstanceOf(KeyRingException.class);
        assertThatThrownBy(() -> ring.open(ALERTS, ring.seal(ALERTS, contact(ENDPOINT))))
                .isInstanceOf(KeyRingException.class);
    }

    @Test
    void shouldNameABrowserByItsEndpoint() {
        byte[] otherKey = new byte[65];
        otherKey[0] = 4;
        PushContact sameBrowser = new PushContact(ENDPOINT, base64(otherKey), base64(new byte[16]));

        assertThat(ring.contactId(sameBrowser)).isEqualTo(ring.contactId(contact(ENDPOINT)));
        assertThat(ring.contactId(contact(ENDPOINT + "d"))).isNotEqualTo(ring.contactId(contact(ENDPOINT)));
    }

    @Test
    void shouldRefuseOtherShapesWithoutRepeatingThem() {
        String key = contact(ENDPOINT).p256dh();
        String auth = contact(ENDPOINT).auth();
        for (List<String> wrong : List.of(
                List.of("", key, auth),
                List.of("https://secret.example/\n", key, auth),
                List.of("https://secret.example/" + "x".repeat(1024), key, auth),
                List.of(ENDPOINT, base64(new byte[65]), auth),
                List.of(ENDPOINT, "secret!", auth),
                List.of(ENDPOINT, key, base64(new byte[15])))) {
            assertThatThrownBy(() -> new PushContact(wrong.get(0), wrong.get(1), wrong.get(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    @Test
    void shouldTakeKeysWithPadding() {
        String padded = Base64.getUrlEncoder().encodeToString(new byte[16]);

        assertThat(new PushContact(ENDPOINT, contact(ENDPOINT).p256dh(), padded))
                .isEqualTo(contact(ENDPOINT));
    }

    @Test
    void shouldShowNothing() {
        assertThat(contact(ENDPOINT)).hasToString("PushContact[…]");
    }

    @Test
    void shouldKnowTheTokenOfASubscriptionAndNoOther() {
        SubscriptionId id = ring.subscriptionId(ALERTS, ring.contactId(contact(ENDPOINT)));
        String token = ring.manageToken(id);

        assertThat(reopen().manageToken(id)).isEqualTo(token).hasSize(26).isNotEqualTo(id.value());
        assertThat(ring.isManageToken(id, token)).isTrue();
        assertThat(ring.isManageToken(id, token.substring(1))).isFalse();
        assertThat(ring.isManageToken(new SubscriptionId(1, 2), token)).isFalse();
    }

    @Test
    void shouldKeepTheKeysByWhichPushServicesKnowIt() {
        assertThat(reopen().vapidKeys().getPublic()).isEqualTo(ring.vapidKeys().getPublic());
        assertThat(((ECPublicKey) ring.vapidKeys().getPublic())
                        .getParams()
                        .getCurve()
                        .getField()
                        .getFieldSize())
                .isEqualTo(256);
    }

    @Test
    void shouldGiveAnOlderRingItsNewKeysAndMissThemLater() throws Exception {
        // Given
        KeyFile ringFile = KeyFile.read(temp.resolve("keys/ring.json"));
        Map<String, String> older = new HashMap<>(ringFile.values());
        older.remove("later");
        Files.write(temp.resolve("keys/ring.json"), new KeyFile(ringFile.ring(), older).toBytes());
        Files.delete(temp.resolve("keys/vapid.json"));
        Files.delete(temp.resolve("keys/manage.json"));

        // When
        KeyRing made = reopen();

        // Then
        assertThat(made.contactId(contact(ENDPOINT))).isEqualTo(ring.contactId(contact(ENDPOINT)));
        assertThat(made.vapidKeys().getPublic())
                .isNotEqualTo(ring.vapidKeys().getPublic())
                .isEqualTo(reopen().vapidKeys().getPublic());
        Files.delete(temp.resolve("keys/vapid.json"));
        assertThatThrownBy(this::reopen).hasMessageContaining("has lost its vapid.json");
    }

    @Test
    void shouldGiveTheLogItsKeyWithoutReplacingAnotherThatWasLost() throws Exception {
        // Given
        KeyFile ringFile = KeyFile.read(temp.resolve("keys/ring.json"));
        Map<String, String> older = new HashMap<>(ringFile.values());
        older.put("later", "manage.json,vapid.json");
        Files.write(temp.resolve("keys/ring.json"), new KeyFile(ringFile.ring(), older).toBytes());
        Files.delete(temp.resolve("keys/log.json"));

        // When
        KeyRing made = reopen();

        // Then
        assertThat(made.logKeys().getPublic())
                .isNotEqualTo(ring.logKeys().getPublic())
                .isEqualTo(reopen().logKeys().getPublic());
        assertThat(made.logKeys().getPublic().getAlgorithm()).isEqualTo("EdDSA");
        Files.write(temp.resolve("keys/ring.json"), new KeyFile(ringFile.ring(), older).toBytes());
        Files.delete(temp.resolve("keys/vapid.json"));
        assertThatThrownBy(this::reopen).hasMessageContaining("has lost its vapid.json");
    }
}
