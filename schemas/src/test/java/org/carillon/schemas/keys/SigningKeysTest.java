package org.carillon.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.carillon.schemas.keys.SigningKeys.Listed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    /** Bits enough to tell keys apart. */
    private static final int QUICK = 1024;

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path temp;

    private Path ring;
    private SigningKeys keys;

    @BeforeEach
    void open() {
        ring = temp.resolve("keys");
        keys = opened();
    }

    @Test
    void shouldSignWithTheFirstUntilAnotherIsUsed() {
        // Given
        SigningKeys other = opened();
        SigningIdentity first = keys.current();

        // When
        SigningCertificate proposed = keys.propose();

        // Then
        assertThat(proposed.madeAt()).isEqualTo(NOW);
        assertThat(keys.current()).isEqualTo(first);
        assertThat(states(other))
                .containsExactly(first.fingerprint() + " CURRENT", proposed.fingerprint() + " PROPOSED");

        // When
        SigningIdentity used = other.use(proposed.fingerprint());

        // Then: every instance has it, the old key is gone, and its certificate is kept
        assertThat(used.published()).isEqualTo(proposed);
        assertThat(keys.current()).isEqualTo(used);
        assertThat(opened().current()).isEqualTo(used);
        assertThat(states(keys)).containsExactly(used.fingerprint() + " CURRENT", first.fingerprint() + " FORMER");
        assertThat(keys.all().getLast().certificate()).isEqualTo(first.published());
        assertThat(keyFiles()).hasSize(1).doesNotContain("signing.json");
        assertThat(everythingIn(ring)).doesNotContain(privateKey(first));

        // When
        SigningIdentity third = keys.use(keys.propose().fingerprint());

        // Then
        assertThat(states(other))
                .containsExactly(
                        third.fingerprint() + " CURRENT",
                        used.fingerprint() + " FORMER",
                        first.fingerprint() + " FORMER");
        assertThat(everythingIn(ring)).doesNotContain(privateKey(used)).contains(privateKey(third));
    }

    @Test
    void shouldNeverGoBackToAFormerKeyNorToAnUnknownOne() {
        String first = keys.current().fingerprint();
        SigningIdentity second = keys.use(keys.propose().fingerprint());

        assertThat(keys.use(first)).isEqualTo(second);
        assertThat(keys.use("AB:CD")).isEqualTo(second);
        assertThat(keys.use(second.fingerprint())).isEqualTo(second);
        keys.discard(first);
        keys.discard(second.fingerprint());
        assertThat(states(opened())).containsExactly(second.fingerprint() + " CURRENT", first + " FORMER");
    }

    @Test
    void shouldDestroyWhatWasRefused() {
        SigningIdentity first = keys.current();
        SigningCertificate refused = keys.propose();

        keys.discard(refused.fingerprint());
        keys.discard(refused.fingerprint());

        assertThat(states(keys)).containsExactly(first.fingerprint() + " CURRENT");
        assertThat(keyFiles()).containsExactly("signing.json");
        assertThat(keys.use(refused.fingerprint())).isEqualTo(first);
    }

    @Test
    void shouldEndWhatACrashCutShort() throws IOException {
        // Given: killed before the old key was destroyed, and before a new one was noted
        Path saved = Files.copy(ring.resolve("signing.json"), temp.resolve("saved"));
        SigningIdentity second = keys.use(keys.propose().fingerprint());
        Files.move(saved, ring.resolve("signing.json"));
        Path pair = keyFile(second.fingerprint());
        Files.copy(pair, keyFile("00:".repeat(31) + "00"));
        Files.copy(pair, ring.resolve("." + pair.getFileName() + ".new"));

        // When
        SigningKeys reopened = opened();

        // Then
        assertThat(reopened.current()).isEqualTo(second);
        assertThat(keyFiles()).containsExactly(String.valueOf(pair.getFileName()));
    }

    @Test
    void shouldNoticeALoss() throws IOException {
        SigningIdentity second = keys.use(keys.propose().fingerprint());
        Path register = ring.resolve("signing-keys.json");
        Path saved = Files.copy(register, temp.resolve("saved"));

        Files.delete(register);
        assertThatThrownBy(this::opened).hasMessageContaining("has lost its signing-keys.json");
        Files.writeString(register, Files.readString(saved).replace("current", "currant"));
        assertThatThrownBy(this::opened).hasMessageContainingAll("signing-keys.json is damaged", "checksum");
        Files.move(saved, register, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(keyFile(second.fingerprint()));
        assertThatThrownBy(() -> opened().current())
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("has lost its signing-");
    }

    @Test
    void shouldKeepThePresentKeyWhereTheNextIsDamaged() throws IOException {
        SigningIdentity first = keys.current();
        String next = keys.propose().fingerprint();
        Files.writeString(keyFile(next), "{}");

        assertThatThrownBy(() -> keys.use(next)).isInstanceOf(KeyRingException.class);

        assertThat(keys.current()).isEqualTo(first);
        assertThat(ring.resolve("signing.json")).exists();
    }

    private SigningKeys opened() {
        String id = KeyRing.open(ring, List.of(), CLOCK).id();
        return new SigningKeys(
                new RingFiles(new RingFolder(ring), id), () -> SigningKeyFile.generate("Council", QUICK, NOW));
    }

    private Path keyFile(String fingerprint) {
        return ring.resolve(SigningRegister.fileOf(fingerprint));
    }

    private static List<String> states(SigningKeys of) {
        return of.all().stream()
                .map((Listed listed) -> listed.certificate().fingerprint() + " " + listed.state())
                .toList();
    }

    private List<String> keyFiles() {
        try (Stream<Path> files = Files.list(ring)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains("signing") && !name.equals("signing-keys.json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String privateKey(SigningIdentity identity) {
        return Base64.getEncoder().encodeToString(identity.key().getEncoded());
    }

    private static String everythingIn(Path folder) {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
