package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.delivery.DeliveryStatus;
import org.carillon.schemas.reach.Latencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkTest {
    /** Two recipients of the third language, stored when SMS was the only channel: 7 of district 1 was sent after 40 ms, 9 of 300 waits. */
    private static final String OF_OLD =
            "01 02 02 00000028 00000028 00000007 00000009 0001 012c 02 00 15 ff".replace(" ", "");

    @ParameterizedTest
    @EnumSource(ContactChannel.class)
    void shouldKeepWhoWasCutForWhichChannel(ContactChannel channel) {
        int[] ordinals = {0, 70_000, Integer.MAX_VALUE};
        int[] districts = {0, 300, 0xffff};

        Chunk chunk = Chunk.over(Chunk.of(channel, 255, ordinals, districts, 3).toBytes());

        assertThat(chunk.channel()).isEqualTo(channel);
        assertThat(chunk.language()).isEqualTo(255);
        assertThat(chunk.count()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(chunk::ordinal)).containsExactly(0, 70_000, Integer.MAX_VALUE);
        assertThat(IntStream.range(0, 3).map(chunk::district)).containsExactly(0, 300, 0xffff);
        assertThat(IntStream.range(0, 3).mapToObj(chunk::status)).containsOnly(DeliveryStatus.QUEUED);
        assertThat(IntStream.range(0, 3).map(chunk::bucket)).containsOnly(-1);
        assertThat(chunk.firstMs()).isEqualTo(-1);
        assertThat(chunk.lastMs()).isEqualTo(-1);
    }

    @Test
    void shouldReadWhatWasStoredWhenSmsWasTheOnlyChannel() {
        Chunk chunk = Chunk.over(HexFormat.of().parseHex(OF_OLD));

        assertThat(chunk.channel()).isEqualTo(ContactChannel.SMS);
        assertThat(chunk.language()).isEqualTo(2);
        assertThat(IntStream.range(0, chunk.count()).map(chunk::ordinal)).containsExactly(7, 9);
        assertThat(IntStream.range(0, chunk.count()).map(chunk::district)).containsExactly(1, 300);
        assertThat(chunk.status(0)).isEqualTo(DeliveryStatus.SENT);
        assertThat(chunk.status(1)).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(chunk.bucket(0)).isEqualTo(Latencies.bucketOf(40));
        assertThat(chunk.firstMs()).isEqualTo(40);
    }

    @Test
    void shouldStillWriteChunksOfSmsAsTheyWereWritten() {
        Chunk chunk = Chunk.of(ContactChannel.SMS, 2, new int[] {7, 9}, new int[] {1, 300}, 2);
        chunk.handedOff(0, 40);
        chunk.status(0, DeliveryStatus.SENT);

        assertThat(HexFormat.of().formatHex(chunk.toBytes())).isEqualTo(OF_OLD);
    }

    @Test
    void shouldNoteEachRecipientForItself() {
        int[] hundred = IntStream.range(0, 100).toArray();
        Chunk chunk = Chunk.of(ContactChannel.PUSH, 0, hundred, hundred, 100);

        chunk.status(99, DeliveryStatus.SUPPRESSED);
        chunk.status(0, DeliveryStatus.DELIVERED);
        chunk.handedOff(50, 5000);
        chunk.handedOff(51, 20);
        chunk.handedOff(52, -5);

        assertThat(chunk.status(99)).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(chunk.status(98)).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(chunk.status(0)).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(chunk.bucket(50)).isEqualTo(Latencies.bucketOf(5000));
        assertThat(chunk.bucket(49)).isEqualTo(-1);
        assertThat(chunk.firstMs()).isZero();
        assertThat(chunk.lastMs()).isEqualTo(5000);
        assertThat(chunk.channel()).isEqualTo(ContactChannel.PUSH);
        BitSet all = new BitSet();
        chunk.addTo(all);
        assertThat(all.cardinality()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void shouldKeepEveryStatus(DeliveryStatus status) {
        Chunk chunk = Chunk.of(ContactChannel.SMS, 0, new int[] {1}, new int[] {1}, 1);

        chunk.status(0, status);

        assertThat(Chunk.over(chunk.toBytes()).status(0)).isEqualTo(status);
    }

    @Test
    void shouldRefuseWhatAnotherVersionWrote() {
        byte[] later = Chunk.of(ContactChannel.PUSH, 0, new int[] {1}, new int[] {1}, 1)
                .toBytes();
        later[0]++;

        assertThatThrownBy(() -> Chunk.over(later))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }
}
