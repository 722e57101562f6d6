package org.carillon.schemas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.keys.SealedContact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryFormsTest {
    private static final AlertId ALERT = new AlertId("abcdefghijklmnopqrstuvwxyz");
    private static final DeliveryBatch BATCH = new DeliveryBatch(
            new BatchId(ALERT, 3, 9),
            2,
            "sms",
            Lane.ROUTINE,
            "city",
            "ar",
            ContentFormat.PLAIN,
            Instant.ofEpochMilli(1),
            Instant.ofEpochMilli(2),
            List.of(new DeliveryBatch.Entry(7, SealedContact.ofBytes(new byte[] {10, 11}))));
    /** Version, batch id, channel, purpose, language, submission, lane, format, issued, expires, count, ordinal, contact. */
    private static final String GOLDEN = "01" + "001e" + "6162636465666768696a6b6c6d6e6f707172737475767778797a2e332e39"
            + "0003736d73" + "000463697479" + "00026172" + "00000002" + "01" + "01" + "0000000000000001"
            + "0000000000000002" + "01" + "00000007" + "02" + "0a0b";

    @Test
    void shouldKeepTheBytesOfABatch() {
        assertThat(HexFormat.of().formatHex(DeliveryBatchCodec.encode(BATCH))).isEqualTo(GOLDEN);
        assertThat(DeliveryBatchCodec.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(BATCH);
    }

    @Test
    void shouldRefuseABatchOfAnotherVersion() {
        byte[] later = HexFormat.of().parseHex("02" + GOLDEN.substring(2));

        assertThatThrownBy(() -> DeliveryBatchCodec.decode(later))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }

    @Property(tries = 200)
    void shouldReadItsOwnIds(
            @ForAll @IntRange(max = 99_999) int partition,
            @ForAll @IntRange(max = 999_999_999) int chunk,
            @ForAll @IntRange(max = 999) int index) {
        DeliveryId id = new DeliveryId.OfAlert(new BatchId(ALERT, partition, chunk), index);

        assertThat(DeliveryId.parse(id.path())).isEqualTo(id);
    }

    @Test
    void shouldReadTheIdOfAReply() {
        assertThat(DeliveryId.parse("r.SM12_ab-0")).isEqualTo(new DeliveryId.OfReply("SM12_ab-0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r.",
                "r.a/b",
                "abcdefghijklmnopqrstuvwxyz.1.2",
                "abcdefghijklmnopqrstuvwxyz.1.2.-3",
                "abcdefghijklmnopqrstuvwxyz.1.2.3.4",
                "abcdefghijklmnopqrstuvwxyz.1.9999999999.3",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ.1.2.3"
            })
    void shouldRefuseWhatIsNoId(String text) {
        assertThatThrownBy(() -> DeliveryId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void shouldNeverGoBackWhateverTheOrderOfCallBacks(@ForAll @Size(max = 8) List<DeliveryStatus> receipts) {
        DeliveryStatus status = DeliveryStatus.QUEUED;
        boolean ended = false;
        for (DeliveryStatus next : receipts) {
            if (status.yieldsTo(next)) {
                assertThat(ended).isFalse();
                assertThat(next).isNotEqualTo(DeliveryStatus.QUEUED);
                status = next;
            }
            ended = status == DeliveryStatus.DELIVERED
                    || status == DeliveryStatus.FAILED
                    || status == DeliveryStatus.SUPPRESSED;
        }
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void shouldIgnoreARepeat(DeliveryStatus status) {
        assertThat(status.yieldsTo(status)).isFalse();
    }

    @Test
    void shouldFollowWhoWasOrMayHaveBeenTold() {
        assertThat(List.of(DeliveryStatus.values()).stream().filter(DeliveryStatus::reached))
                .containsExactly(DeliveryStatus.INTENDED, DeliveryStatus.SENT, DeliveryStatus.DELIVERED);
    }
}
