package org.carillon.schemas.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final PurposeId ALERTS = new PurposeId("city-alerts");
    private static final PurposeId CLINIC = new PurposeId("clinic");
    private static final E164 NUMBER = E164.of("+34600111222");
    private static final ContactId CONTACT = new ContactId(1, 2);

    @TempDir
    Path temp;

    @Test
    void shouldKeepItsKeysWhenReopened() {
        KeyRing first = open("keys", ALERTS, CLINIC);
        SealedContact sealed = first.seal(ALERTS, NUMBER);

        KeyRing again = open("keys", ALERTS);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.contactId(NUMBER)).isEqualTo(first.contactId(NUMBER));
        assertThat(again.ledgerId(CONTACT)).isEqualTo(first.ledgerId(CONTACT));
        assertThat(again.open(ALERTS, sealed)).isEqualTo(NUMBER);
        assertThat(again.purposes()).containsExactly(ALERTS, CLINIC);
    }

    @Test
    void shouldGiveOtherIdsInAnotherRing() {
        KeyRing one = open("one", ALERTS);
        KeyRing other = open("other", ALERTS);

        assertThat(one.contactId(NUMBER)).isNotEqualTo(other.contactId(NUMBER));
        assertThat(one.ledgerId(CONTACT)).isNotEqualTo(other.ledgerId(CONTACT));
        assertThat(one.ledgerId(CONTACT).value()).isNotEqualTo(CONTACT.value());
        SealedContact sealed = one.seal(ALERTS, NUMBER);
        assertThatThrownBy(() -> other.open(ALERTS, sealed))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("sealed by another key ring")
                .hasMessageNotContaining("600111222");
    }

    @Test
    void shouldKeepPurposesApart() {
        KeyRing ring = open("keys", ALERTS, CLINIC);
        ContactId contact = ring.contactId(NUMBER);
        SealedContact sealed = ring.seal(ALERTS, NUMBER);

        assertThat(ring.subscriptionId(ALERTS, contact)).isNotEqualTo(ring.subscriptionId(CLINIC, contact));
        assertThatThrownBy(() -> ring.open(CLINIC, sealed)).isInstanceOf(KeyRingException.class);
        assertThatThrownBy(() -> ring.seal(new PurposeId("other"), NUMBER))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("knows no purpose other");
    }

    @Test
    void shouldAddKeysForNewPurpose() {
        SealedContact sealed = open("keys", ALERTS).seal(ALERTS, NUMBER);

        KeyRing grown = open("keys", ALERTS, CLINIC);

        assertThat(grown.open(ALERTS, sealed)).isEqualTo(NUMBER);
        assertThat(grown.open(CLINIC, grown.seal(CLINIC, NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void shouldNeverOpenAgainAfterDestroy() throws IOException {
        KeyRing ring = open("keys", ALERTS, CLINIC);
        SealedContact sealed = ring.seal(ALERTS, NUMBER);
        SealedContact ofOther = ring.seal(CLINIC, NUMBER);

        ring.destroy(ALERTS);
        ring.destroy(ALERTS);

        assertThatThrownBy(() -> ring.open(ALERTS, sealed)).isInstanceOf(PurposeEndedException.class);
        assertThatThrownBy(() -> ring.subscriptionId(ALERTS, ring.contactId(NUMBER)))
                .isInstanceOf(PurposeEndedException.class);
        KeyRing reopened = open("keys", ALERTS, CLINIC);
        assertThat(reopened.isEnded(ALERTS)).isTrue();
        assertThat(reopened.purposes()).containsExactly(CLINIC);
        assertThatThrownBy(() -> reopened.seal(ALERTS, NUMBER)).isInstanceOf(PurposeEndedException.class);
        assertThat(reopened.open(CLINIC, ofOther)).isEqualTo(NUMBER);
        try (Stream<Path> files = Files.list(temp.resolve("keys"))) {
            assertThat(files.map(f -> f.getFileName().toString())).doesNotContain("purpose-city-alerts.json");
        }
    }

    @Test
    void shouldFinishDestructionThatACrashCutShort() throws IOException {
        KeyRing ring = open("keys", ALERTS);
        Path file = temp.resolve("keys/purpose-city-alerts.json");
        Path saved = temp.resolve("saved");
        Files.copy(file, saved);
        ring.destroy(ALERTS);
        Files.move(saved, file);

        KeyRing reopened = open("keys", ALERTS);

        assertThat(reopened.isEnded(ALERTS)).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldLetOnlyItsUserIn() throws IOException {
        open("keys", ALERTS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("keys"))))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(temp.resolve("keys"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void shouldRefuseFolderOpenToEveryone() throws IOException {
        open("keys", ALERTS);
        Files.setPosixFilePermissions(temp.resolve("keys"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> open("keys", ALERTS)).hasMessageContaining("chmod 700");
    }

    @Test
    void shouldSayWhatIsWrongWithDamagedOrForeignOrLostFiles() throws IOException {
        open("keys", ALERTS);
        open("other", ALERTS);
        Path file = temp.resolve("keys/purpose-city-alerts.json");
        String content = Files.readString(file);

        Files.writeString(file, content.replace("city-alerts", "city-alertz"));
        assertThatThrownBy(() -> open("keys", ALERTS)).hasMessageContainingAll("is damaged", "checksum", "backup");

        Files.writeString(file, content.substring(0, content.length() / 2));
        assertThatThrownBy(() -> open("keys", ALERTS)).hasMessageContainingAll("is damaged", "backup");

        Path foreign = temp.resolve("other/purpose-city-alerts.json");
        Files.copy(foreign, file, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> open("keys", ALERTS)).hasMessageContaining("belongs to another key ring");

        Files.delete(file);
        assertThatThrownBy(() -> open("keys", ALERTS)).hasMessageContaining("has lost its purpose-city-alerts.json");

        Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> open("file", ALERTS)).isInstanceOf(KeyRingException.class);
    }

    @Test
    void shouldNotShowKeysInMessages() throws IOException {
        open("keys", ALERTS);
        Path file = temp.resolve("keys/contact.json");
        String content = Files.readString(file);
        String key = content.replaceAll("(?s).*\"key\" : \"([^\"]+)\".*", "$1");
        Files.writeString(file, content.replace("\"ring\"", "ring"));

        assertThat(key).hasSize(44);
        assertThatThrownBy(() -> open("keys", ALERTS)).satisfies(e -> {
            for (Throwable t = e; t != null; t = t.getCause()) {
                assertThat(t.toString()).doesNotContain(key.substring(0, 8));
            }
        });
    }

    @Test
    void shouldRefuseKeysInsideTheData() throws IOException {
        Path data = Files.createDirectory(temp.resolve("data"));
        Path link = Files.createSymbolicLink(temp.resolve("link"), data);

        assertThat(KeyRing.check(data, temp.resolve("data.keys"))).isEmpty();
        assertThat(KeyRing.check(temp.resolve("none/yet"), temp.resolve("none/yet.keys")))
                .isEmpty();
        for (Path keys : List.of(data, data.resolve("keys"), data.resolve("x/../keys"), link.resolve("keys"))) {
            assertThat(KeyRing.check(data, keys))
                    .hasValueSatisfying(problem -> assertThat(problem.text()).contains("inside the data folder"));
        }
    }

    @Test
    void shouldKnowTheDataItSealed() {
        KeyRing one = open("one", ALERTS);
        KeyRing other = open("other", ALERTS);
        Path data = temp.resolve("data");

        assertThat(one.claim(data)).isEmpty();
        assertThat(one.claim(data)).isEmpty();
        assertThat(other.claim(data))
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains("sealed with another key ring"));
    }

    @Test
    void shouldMakeOneRingWhenManyStartTogether() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<KeyRing>> starts = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> open("keys", ALERTS)))
                    .toList();
            Set<ContactId> ids = new HashSet<>();
            for (Future<KeyRing> start : starts) {
                ids.add(start.get().contactId(NUMBER));
            }
            assertThat(ids).hasSize(1);
        }
    }

    private KeyRing open(String dir, PurposeId... purposes) {
        return KeyRing.open(temp.resolve(dir), List.of(purposes), CLOCK);
    }
}
