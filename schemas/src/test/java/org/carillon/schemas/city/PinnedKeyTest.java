package org.carillon.schemas.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.SigningIdentity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of senders as a pack has them. */
class PinnedKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    static Path ring;

    private static SigningIdentity identity;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeAKey() {
        identity = KeyRing.open(ring.resolve("keys"), List.of(), Clock.fixed(NOW, ZoneOffset.UTC))
                .signingKeys("Met Office")
                .current();
    }

    @Test
    void shouldReadACertificateFromAFileOfThePack() throws IOException {
        Files.writeString(folder.resolve("met.pem"), "Bag attributes\n" + identity.pem());

        PinnedKey key = read("met.pem").orElseThrow();

        assertThat(key.signer()).isEqualTo("CN=Met Office");
        assertThat(key.key()).isEqualTo(identity.certificate().getPublicKey());
        assertThat(key.isValidAt(NOW)).isTrue();
        assertThat(key.isValidAt(NOW.minus(Duration.ofDays(9)))).isFalse();
        assertThat(key.isValidAt(NOW.plus(Duration.ofDays(9999)))).isFalse();
    }

    @Test
    void shouldReadKeysAndCertificatesInPlace() throws GeneralSecurityException {
        PublicKey rsa = identity.certificate().getPublicKey();
        PublicKey ec = generate("EC", 256);

        assertThat(read(base64(identity.certificate().getEncoded())))
                .map(PinnedKey::signer)
                .contains("CN=Met Office");
        assertThat(read(base64(rsa.getEncoded()))).map(PinnedKey::key).contains(rsa);
        assertThat(read("-----BEGIN PUBLIC KEY-----\n" + base64(ec.getEncoded()) + "\n-----END PUBLIC KEY-----\n"))
                .get()
                .satisfies(key -> {
                    assertThat(key.key()).isEqualTo(ec);
                    assertThat(key.signer()).startsWith("SHA256:");
                    assertThat(key.isValidAt(Instant.EPOCH)).isTrue();
                });
    }

    @Test
    void shouldRefuseWhatIsNoKeyOrTooWeak() throws GeneralSecurityException, IOException {
        Files.write(folder.resolve("huge.pem"), new byte[100_000]);
        Files.write(folder.resolve("empty.pem"), new byte[0]);
        String weak = base64(generate("RSA", 1024).getEncoded());

        for (String wrong : List.of("", "none.pem", "huge.pem", "empty.pem", "../keys.pem", "AAAA", "ü", weak)) {
            assertThat(read(wrong)).as(wrong).isEmpty();
        }
    }

    private Optional<PinnedKey> read(String text) {
        return new PinnedKeyReader(folder).type().parse(text);
    }

    private static PublicKey generate(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic();
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }
}
