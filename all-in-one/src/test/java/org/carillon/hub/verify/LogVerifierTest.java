package org.carillon.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.HeadSigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to falsify a log, by a hub that lies in its entries, in its proofs, or with its own key. */
class LogVerifierTest {
    private static final HeadSigner SIGNER = FakeLog.signer();
    private static final int ENTRIES = 41;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 41})
    void shouldFindASoundLogSound(int entries) throws Exception {
        FakeLog log = FakeLog.of(SIGNER, entries);

        assertThat(verify(log, null))
                .isInstanceOfSatisfying(
                        LogVerdict.Sound.class,
                        sound -> assertThat(sound.log().size()).isEqualTo(entries));
    }

    @Test
    void shouldFollowALogThatGrows(@TempDir Path folder) throws Exception {
        FakeLog log = FakeLog.of(SIGNER, 0);
        Path file = folder.resolve("seen.json");
        SeenLog seen = sound(log, null);
        for (int i = 0; i < 20; i++) {
            log.shown.add(FakeLog.entry(i, "more"));
            log.sign();
            seen.write(file);
            assertThat(SeenLog.read(file)).isEqualTo(seen);
            seen = sound(log, SeenLog.read(file));
            assertThat(seen.size()).isEqualTo(i + 1);
        }
        // What comes after the head was read is left for the next time.
        log.shown.add(FakeLog.entry(20, "new"));
        assertThat(sound(log, seen).size()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 17, 39, 40})
    void shouldNameATamperedEntry(int index) throws Exception {
        Consumer<FakeLog> tamper = log -> log.shown.set(index, FakeLog.entry(index, "fake"));

        assertThat(wrong(tamper, false)).isEqualTo(index);
        assertThat(wrong(tamper, true)).isEqualTo(index);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 39})
    void shouldNameADroppedEntry(int index) throws Exception {
        Consumer<FakeLog> drop = log -> log.shown.remove(index);

        assertThat(wrong(drop, false)).isEqualTo(index);
        assertThat(wrong(drop, true)).isEqualTo(index);
    }

    @Test
    void shouldNameTheFirstOfReorderedEntries() throws Exception {
        Consumer<FakeLog> turn = log -> Collections.swap(log.shown, 11, 30);

        assertThat(wrong(turn, false)).isEqualTo(11);
        assertThat(wrong(turn, true)).isEqualTo(11);
    }

    @Test
    void shouldNameTheEntryWhereALogEndsTooEarly() throws Exception {
        Consumer<FakeLog> cut = log -> log.shown.removeLast();

        assertThat(wrong(cut, false)).isEqualTo(ENTRIES - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 40})
    void shouldNameTheFirstEntryOfAForkThatTheRightKeySigned(int index) throws Exception {
        FakeLog log = FakeLog.of(SIGNER, ENTRIES);
        SeenLog seen = sound(log, null);
        log.shown.set(index, FakeLog.entry(index, "another history"));
        log.shown.add(FakeLog.entry(ENTRIES, "fact"));
        log.sign();

        assertThat(verify(log, seen))
                .isInstanceOfSatisfying(
                        LogVerdict.WrongEntry.class,
                        wrong -> assertThat(wrong.index()).isEqualTo(index));
        // Only who has seen the other one can know.
        assertThat(verify(log, null)).isInstanceOf(LogVerdict.Sound.class);
    }

    @Test
    void shouldFindALogThatWasCutAndSignedAnew() throws Exception {
        FakeLog log = FakeLog.of(SIGNER, ENTRIES);
        SeenLog seen = sound(log, null);
        log.shown.removeLast();
        log.sign();

        assertThat(verify(log, seen))
                .isEqualTo(new LogVerdict.WrongEntry(
                        ENTRIES - 1, "the log ends before it; at the last check it had 41 entries"));
    }

    @Test
    void shouldBelieveNoHeadOfAnotherKeyNorOneThatWasChanged() throws Exception {
        FakeLog log = FakeLog.of(SIGNER, ENTRIES);
        String note = log.head();

        log.head(FakeLog.of(FakeLog.signer(), ENTRIES).head());
        assertThat(verify(log, null)).isInstanceOf(LogVerdict.WrongHead.class);
        log.head(note.replace("\n41\n", "\n40\n"));
        assertThat(verify(log, null)).isInstanceOf(LogVerdict.WrongHead.class);
        log.head("nonsense");
        assertThat(verify(log, null)).isInstanceOf(LogVerdict.WrongHead.class);
        log.head(SIGNER.sign(ENTRIES, TreeHash.empty()).note());
        assertThat(verify(log, null)).isEqualTo(new LogVerdict.WrongEntry(0, "it is not the one that was signed"));
    }

    @Test
    void shouldBelieveNoFileThatWasChanged(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("seen.json");
        sound(FakeLog.of(SIGNER, 3), null).write(file);

        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                TreeHash.leaf(FakeLog.entry(1, "fact")).hex(),
                                TreeHash.empty().hex()));

        assertThatThrownBy(() -> SeenLog.read(file)).hasMessageContaining("not those of its head");
    }

    /** The index that is named of a log whose entries were changed after it was signed; -1 for none. */
    private static long wrong(Consumer<FakeLog> change, boolean seenBefore) throws Exception {
        FakeLog log = FakeLog.of(SIGNER, ENTRIES);
        @Nullable SeenLog seen = seenBefore ? sound(log, null) : null;
        change.accept(log);
        return verify(log, seen) instanceof LogVerdict.WrongEntry wrong ? wrong.index() : -1;
    }

    private static SeenLog sound(FakeLog log, @Nullable SeenLog seen) throws IOException, InterruptedException {
        return ((LogVerdict.Sound) verify(log, seen)).log();
    }

    private static LogVerdict verify(FakeLog log, @Nullable SeenLog seen) throws IOException, InterruptedException {
        return new LogVerifier(log, SIGNER.key(), Optional.ofNullable(seen)).verify();
    }
}
