package org.carillon.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.carillon.simulator.account.Account;
import org.carillon.simulator.account.AccountFile;
import org.carillon.simulator.account.FolderLock;
import org.carillon.simulator.account.OptOut;
import org.carillon.simulator.account.PrivateFiles;
import org.carillon.simulator.journal.Memory;
import org.carillon.simulator.message.Sid;
import org.jspecify.annotations.Nullable;

/** All that a running simulator holds on disk. Opening and closing block. */
record DataFolder(FolderLock lock, AccountFile accountFile, Account account, Memory memory) implements AutoCloseable {

    static DataFolder open(SimulatorConfig config) throws IOException {
        Path folder = config.data();
        PrivateFiles.createFolder(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            AccountFile file = new AccountFile(folder);
            Account stored = file.read().orElse(null);
            Account account = merged(config, stored);
            if (!account.equals(stored)) {
                file.write(account);
            }
            return new DataFolder(lock, file, account, Memory.open(folder));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Account merged(SimulatorConfig config, @Nullable Account stored) {
        Account base = stored == null
                ? new Account(Sid.random("AC"), Sid.random(""), fictionalNumber(), null, OptOut.HUB)
                : stored;
        return new Account(
                Objects.requireNonNullElse(config.accountSid(), base.accountSid()),
                Objects.requireNonNullElse(config.authToken(), base.authToken()),
                Objects.requireNonNullElse(config.hubNumber(), base.hubNumber()),
                config.inboundUrl() == null ? base.inboundUrl() : config.inboundUrl(),
                Objects.requireNonNullElse(config.optOut(), base.optOut()));
    }

    /** 555-0100 to 555-0199 belong to nobody. */
    private static String fictionalNumber() {
        return String.format(
                Locale.ROOT, "+120255501%02d", ThreadLocalRandom.current().nextInt(100));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            memory.close();
        }
    }
}
