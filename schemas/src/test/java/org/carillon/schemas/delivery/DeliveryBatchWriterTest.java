package org.carillon.schemas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.keys.SealedContact;
import org.junit.jupiter.api.Test;

class DeliveryBatchWriterTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AlertId ALERT = AlertId.of("officer@city.example", "a1", NOON);

    private final DeliveryBatchWriter writer = new DeliveryBatchWriter(
            2, "sms", Lane.URGENT, "city-alerts", "ar", ContentFormat.PLAIN, NOON, NOON.plusSeconds(60));

    @Property(tries = 100)
    void shouldWriteTheFormOfTheCodec(
            @ForAll @Size(min = 1, max = 100) List<@NotEmpty @Size(max = 2047) byte[]> contacts) {
        // Given
        List<DeliveryBatch.Entry> entries = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            entries.add(new DeliveryBatch.Entry(i * 7_000_000, SealedContact.ofBytes(contacts.get(i))));
        }
        DeliveryBatch batch = new DeliveryBatch(
                new BatchId(ALERT, 3, 9),
                2,
                "sms",
                Lane.URGENT,
                "city-alerts",
                "ar",
                ContentFormat.PLAIN,
                NOON,
                NOON.plusSeconds(60),
                entries);

        // When
        for (int i = 0; i < contacts.size(); i++) {
            writer.add(i * 7_000_000, contacts.get(i), 0, contacts.get(i).length);
        }
        byte[] written = writer.finish(batch.id());

        // Then
        assertThat(written).isEqualTo(DeliveryBatchCodec.encode(batch));
        assertThat(DeliveryBatchCodec.decode(written)).isEqualTo(batch);
        assertThat(writer.count()).isZero();
    }

    @Test
    void shouldRefuseTheRecipientTooMany() {
        byte[] contact = new byte[41];
        Arrays.fill(contact, (byte) 1);
        for (int i = 0; i < DeliveryBatch.MAX_RECIPIENTS; i++) {
            writer.add(i, contact, 0, contact.length);
        }

        assertThat(writer.isFull()).isTrue();
        assertThatThrownBy(() -> writer.add(100, contact, 0, contact.length)).isInstanceOf(IllegalStateException.class);
    }
}
