package org.carillon.router.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class UnfinishedStoresTest {
    @TempDir
    Path application;

    @Test
    void shouldClearTheTaskOfAStoreThatRocksDbCannotOpen() throws IOException, RocksDBException {
        // Given what a kill leaves in the middle of a deletion, beside a store that is whole
        Path half = unfinished("0_1");
        Path refused = unfinished("0_3");
        Path sibling = made("0_1", "chunks");
        Path whole = made("0_2", "cursors");
        Files.writeString(application.resolve("0_1").resolve(".checkpoint"), "0\n0\n");
        assertThatThrownBy(() -> open(refused)).isInstanceOf(RocksDBException.class);

        // When
        UnfinishedStores.clear(application);

        // Then
        assertThat(application.resolve("0_1")).doesNotExist();
        assertThat(sibling).doesNotExist();
        assertThat(whole.resolve("CURRENT")).exists();
        Files.createDirectories(half);
        open(half);
    }

    @Test
    void shouldLeaveAFolderAloneThatIsNotThereOrEmpty() throws IOException {
        Files.createDirectories(application.resolve("0_0/rocksdb/empty"));

        UnfinishedStores.clear(application);
        UnfinishedStores.clear(application.resolve("nowhere"));

        assertThat(application.resolve("0_0/rocksdb/empty")).exists();
    }

    private Path unfinished(String task) throws IOException, RocksDBException {
        Path folder = made(task, "cursors");
        Files.delete(folder.resolve("CURRENT"));
        return folder;
    }

    private Path made(String task, String store) throws IOException, RocksDBException {
        Path folder = Files.createDirectories(
                application.resolve(task).resolve("rocksdb").resolve(store));
        open(folder);
        return folder;
    }

    private static void open(Path folder) throws RocksDBException {
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB db = RocksDB.open(options, folder.toString())) {
            db.put(new byte[] {1}, new byte[] {2});
        }
    }
}
