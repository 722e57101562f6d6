package org.carillon.schemas.cap.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapWriterTest {

    @Provide
    Arbitrary<CapAlert> alerts() {
        return CapAlerts.valid();
    }

    @Property(tries = 300)
    void shouldReadBackWhatItWrote(@ForAll("alerts") CapAlert alert) {
        // When
        byte[] written = CapWriter.write(alert);

        // Then
        CapVerdict verdict = CapVerdict.of(written);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.document().orElseThrow().alert()).isEqualTo(alert);
    }

    @Test
    void shouldWriteTheCanonicalForm() {
        // Given
        CapAlert alert = CapAlert.builder("id-1", "city", CapTime.of(Instant.parse("2026-03-01T07:00:00.5Z")))
                .note("")
                .incidents("a > b")
                .build();

        // When
        String written = new String(CapWriter.write(alert), StandardCharsets.UTF_8);

        // Then
        assertThat(written).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>id-1</identifier>
                  <sender>city</sender>
                  <sent>2026-03-01T07:00:00-00:00</sent>
                  <status>Actual</status>
                  <msgType>Alert</msgType>
                  <scope>Public</scope>
                  <note/>
                  <incidents>a &gt; b</incidents>
                </alert>
                """);
    }

    @Test
    void shouldWriteTheSameBytesForTheSameMessage() {
        CapAlert alert =
                CapVerdict.of(WaterNotice.bytes()).document().orElseThrow().alert();
        byte[] written = CapWriter.write(alert);
        CapAlert readBack = CapVerdict.of(written).document().orElseThrow().alert();
        assertThat(readBack).isEqualTo(alert);
        assertThat(CapWriter.write(readBack)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u001b[1m", "\ud83d", "\ude00\ud83d", "\ufffe"})
    void shouldRefuseCharactersThatXmlCannotHold(String text) {
        CapAlert alert = CapAlert.builder("id", "city", CapTime.of(Instant.EPOCH))
                .codes(List.of("secret" + text))
                .build();
        assertThatThrownBy(() -> CapWriter.write(alert))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("<code> has a character in it that XML cannot hold: U+")
                .hasMessageNotContaining("secret");
    }
}
