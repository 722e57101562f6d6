package org.carillon.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeKeysTest {
    private static final byte[] PLAIN = "secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temp;

    @Test
    void shouldOpenWhatItSealedForTheSameUseAfterARestart() {
        String sealed = open().officeKeys().seal("totp:ana", PLAIN);

        assertThat(open().officeKeys().open("totp:ana", sealed)).contains(PLAIN);
        assertThat(open().officeKeys().open("totp:bo", sealed)).isEmpty();
        assertThat(open().officeKeys().open("totp:ana", "no base64!")).isEmpty();
        assertThat(OfficeKeys.ephemeral().open("totp:ana", sealed)).isEmpty();
    }

    @Test
    void shouldNotMakeALostFileAnew() throws IOException {
        open();
        Files.delete(temp.resolve("keys/office.json"));

        assertThatThrownBy(this::open).hasMessageContaining("has lost its office.json");
    }

    private KeyRing open() {
        return KeyRing.open(temp.resolve("keys"), List.of(new PurposeId("city-alerts")), Clock.systemUTC());
    }
}
