package org.carillon.simulator.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The account as it is now; every change is on disk before it counts. Used from one event loop. */
public final class CurrentAccount {
    private final Vertx vertx;
    private final AccountFile file;
    private Account account;

    /** Begins with an account that the file already holds. */
    public CurrentAccount(Vertx vertx, AccountFile file, Account account) {
        this.vertx = vertx;
        this.file = file;
        this.account = account;
    }

    /** As it is now. */
    public Account get() {
        return account;
    }

    /** Keeps the other account in its place. */
    public Future<Void> replace(Account other) {
        return vertx.executeBlocking(() -> {
                    file.write(other);
                    return true;
                })
                .<Void>mapEmpty()
                .onSuccess(written -> account = other);
    }
}
