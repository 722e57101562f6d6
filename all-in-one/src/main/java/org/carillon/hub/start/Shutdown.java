package org.carillon.hub.start;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in good order on Ctrl-C and SIGTERM.
 *
 * <p>The virtual machine's hook wakes the command and then waits for it, so that the process is not gone before
 * everything is closed. A stop that was asked for is a success: the process ends with 0.
 */
public final class Shutdown implements AutoCloseable {
    /** Kept under the ten seconds after which whoever asked may lose patience. */
    private static final long PATIENCE_SECONDS = 9;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Shutdown() {}

    /** Starts to listen for signals. To be closed last, when everything else has been. */
    public static Shutdown onSignal() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::signalled, "shutdown"));
        return shutdown;
    }

    /** Returns when a stop was asked for. */
    public void await() throws InterruptedException {
        asked.await();
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Returns true when a stop was asked for, false when {@code failed} opened before that. */
    public boolean awaitOr(CountDownLatch failed) throws InterruptedException {
        while (!asked.await(200, TimeUnit.MILLISECONDS)) {
            if (failed.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    /** Says that all is closed; the process may go. */
    @Override
    public void close() {
        done.countDown();
    }

    private void signalled() {
        boolean alreadyOver = done.getCount() == 0;
        if (alreadyOver) {
            return;
        }
        asked.countDown();
        try {
            int code = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? 0 : 1;
            Runtime.getRuntime().halt(code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
