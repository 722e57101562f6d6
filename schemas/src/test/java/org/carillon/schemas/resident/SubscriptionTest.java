package org.carillon.schemas.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.keys.SubscriptionId;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Serde<Subscription> SERDE = Json.serde(Subscription.class);

    @Test
    void shouldReadOneWithoutAChannelAsSms() {
        // Given
        String written =
                new String(SERDE.serializer().serialize("t", subscription(ContactChannel.SMS)), StandardCharsets.UTF_8);
        String old = written.replaceFirst("\"channel\":\"sms\",", "");
        assertThat(old).isNotEqualTo(written);

        // When
        Subscription read = SERDE.deserializer().deserialize("t", old.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(read.channel()).isEqualTo(ContactChannel.SMS);
        assertThat(read).isEqualTo(subscription(null));
    }

    @Test
    void shouldKeepItsChannel() {
        Subscription push = subscription(ContactChannel.PUSH);

        assertThat(SERDE.deserializer().deserialize("t", SERDE.serializer().serialize("t", push)))
                .isEqualTo(push);
    }

    @Test
    void shouldNotPrintTheDigitsOfAnErasure() {
        Reply reply = new Reply(
                "r",
                new ContactId(1, 2),
                "city-alerts",
                SealedContact.ofBytes(new byte[] {1}),
                "en",
                ReplyKey.FORGET_ASKED,
                List.of(),
                List.of(),
                Map.of("digits", "471108"),
                Instant.EPOCH);

        assertThat(reply.toString()).doesNotContain("471108");
        assertThat(new Meaning.Forget("en", "471108").toString()).doesNotContain("471108");
    }

    private static Subscription subscription(@Nullable ContactChannel channel) {
        return new Subscription(
                new SubscriptionId(1, 2),
                new ContactId(3, 4),
                "city-alerts",
                channel,
                SealedContact.ofBytes(new byte[] {5}),
                Subscription.State.PENDING,
                List.of("D01"),
                "en",
                null,
                Level.SEVERE,
                List.of(),
                ContentFormat.STANDARD,
                null,
                null,
                Instant.EPOCH);
    }
}
