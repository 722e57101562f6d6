package org.carillon.schemas.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.SealedContact;
import org.junit.jupiter.api.Test;

class AudienceEntryCodecTest {
    private static final AudienceEntry ENTRY = new AudienceEntry(
            List.of(1, 300),
            2,
            -1,
            Level.SEVERE,
            5,
            ContentFormat.PLAIN,
            3,
            ContactChannel.SMS,
            SealedContact.ofBytes(new byte[] {10, 11}));
    /** Version, level, channel and format, purpose, language, second language, topics, districts, contact. */
    private static final String GOLDEN =
            "01" + "01" + "01" + "03" + "02" + "ff" + "0000000000000005" + "0002" + "0001" + "012c" + "02" + "0a0b";

    @Test
    void shouldKeepTheBytes() {
        assertThat(HexFormat.of().formatHex(AudienceEntryCodec.encode(ENTRY))).isEqualTo(GOLDEN);
        assertThat(AudienceEntryCodec.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(ENTRY);
    }

    @Test
    void shouldRefuseAnotherVersion() {
        byte[] later = HexFormat.of().parseHex("02" + GOLDEN.substring(2));

        assertThatThrownBy(() -> AudienceEntryCodec.decode(later)).isInstanceOf(SerializationException.class);
    }

    @Property(tries = 200)
    void shouldReadItsOwn(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 65_535) Integer> districts,
            @ForAll @IntRange(max = 127) int language,
            @ForAll @IntRange(min = -1, max = 127) int second,
            @ForAll Level level,
            @ForAll long topics,
            @ForAll ContentFormat format,
            @ForAll @IntRange(max = 255) int purpose,
            @ForAll ContactChannel channel,
            @ForAll @Size(min = 1, max = 2047) byte[] contact) {
        AudienceEntry entry = new AudienceEntry(
                districts, language, second, level, topics, format, purpose, channel, SealedContact.ofBytes(contact));

        assertThat(AudienceEntryCodec.decode(AudienceEntryCodec.encode(entry))).isEqualTo(entry);
    }
}
