package org.carillon.router.audience.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEntryCodec;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.keys.SealedContact;
import org.junit.jupiter.api.Test;

class IndexStoreTest {
    private static final byte[] KEY = ByteBuffer.allocate(4).putInt(7).array();
    private final IndexStore store = new IndexStore("audience");

    @Test
    void shouldTakeAndForgetByTheRecordsOfTheTopic() {
        store.apply(KEY, entry());
        assertThat(store.size()).isEqualTo(1);

        store.apply(KEY, null);
        assertThat(store.size()).isZero();
    }

    @Test
    void shouldRefuseAnEntryOfAnotherVersionWithoutShowingIt() {
        byte[] later = entry();
        later[0]++;

        assertThatThrownBy(() -> store.apply(KEY, later))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ordinal 7")
                .hasMessageContaining("version 2")
                .hasMessageNotContaining("sealed");
        assertThat(store.size()).isZero();
    }

    @Test
    void shouldRefuseAnEntryOfNoBytes() {
        assertThatThrownBy(() -> store.apply(KEY, new byte[0])).isInstanceOf(SerializationException.class);
    }

    private static byte[] entry() {
        return AudienceEntryCodec.encode(new AudienceEntry(
                List.of(0),
                0,
                -1,
                Level.ALL,
                0,
                ContentFormat.STANDARD,
                0,
                ContactChannel.PUSH,
                SealedContact.ofBytes("sealed".getBytes(StandardCharsets.UTF_8))));
    }
}
