package org.carillon.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
    private static final byte[] FOOBAR = "foobar".getBytes(StandardCharsets.US_ASCII);

    @Property(tries = 300)
    void shouldReadItsOwn(@ForAll byte[] bytes) {
        String text = Base32.encode(bytes);

        assertThat(Base32.decode(text)).isEqualTo(bytes);
        assertThat(text).matches("[a-z2-7]*").hasSize((bytes.length * 8 + 4) / 5);
    }

    @Test
    void shouldKnowTheExampleOfTheStandard() {
        assertThat(Base32.encode(FOOBAR)).isEqualTo("mzxw6ytboi");
        assertThat(Base32.encode(FOOBAR, 3, 3)).isEqualTo("mjqxe");
    }

    @Test
    void shouldWriteCrockfordsAlphabetWithoutLookAlikes() {
        byte[] all = {
            0x00,
            0x44,
            0x32,
            0x14,
            (byte) 0xc7,
            0x42,
            0x54,
            (byte) 0xb6,
            0x35,
            (byte) 0xcf,
            (byte) 0x84,
            0x65,
            0x3a,
            0x56,
            (byte) 0xd7,
            (byte) 0xc6,
            0x75,
            (byte) 0xbe,
            0x77,
            (byte) 0xdf
        };

        assertThat(Base32.crockford(all, 0, all.length)).isEqualTo("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        assertThat(Base32.encode(all)).isEqualTo("abcdefghijklmnopqrstuvwxyz234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mzxw6ytboj", "M", "m", "mz=", "01", "mzxw 6ytb"})
    void shouldRefuseWhatItDidNotWriteWithoutRepeatingIt(String bad) {
        assertThatThrownBy(() -> Base32.decode(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("not base32: ");
    }
}
