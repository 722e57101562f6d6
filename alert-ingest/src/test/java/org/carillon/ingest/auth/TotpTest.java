package org.carillon.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; its codes have eight digits, ours are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void shouldMakeTheCodesOfTheStandard(long seconds, String eight) {
        long step = Totp.step(Instant.ofEpochSecond(seconds));

        assertThat(Totp.code(SECRET, step)).isEqualTo(eight.substring(2));
    }

    @Test
    void shouldTakeTheCodeBeforeAndAfterAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);

        for (int off = -1; off <= 1; off++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step + off), now)).hasValue(step + off);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.match(SECRET, "", now)).isEmpty();
        assertThat(Totp.match(SECRET, "not a code", now)).isEmpty();
        String code = Totp.code(SECRET, step);
        assertThat(Totp.match(SECRET, code.substring(0, 3) + " " + code.substring(3), now))
                .as("as apps show it")
                .hasValue(step);
    }

    @Test
    void shouldSayTheSecretAsAppsReadIt() {
        assertThat(Totp.uri("Carillon Port Maravel", "ana", SECRET))
                .isEqualTo("otpauth://totp/Carillon%20Port%20Maravel:ana?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Carillon%20Port%20Maravel&algorithm=SHA1&digits=6&period=30");
    }
}
