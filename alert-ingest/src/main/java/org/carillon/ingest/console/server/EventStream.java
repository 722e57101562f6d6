package org.carillon.ingest.console.server;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carillon.ingest.console.page.Events;

/** Writes server-sent events until their end, until the browser has gone, or until it has to prove again who it is. */
final class EventStream {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A browser comes back by itself, and is asked for its session then. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Rounds without news after which a comment keeps the connection from being cut. */
    private static final int SILENCE = 15;

    private final Context context;
    private final HttpServerResponse response;
    private final AtomicBoolean gone = new AtomicBoolean();

    EventStream(Context context, HttpServerResponse response) {
        this.context = context;
        this.response = response;
        response.closeHandler(closed -> gone.set(true));
        response.exceptionHandler(failure -> gone.set(true));
    }

    /** Runs on a virtual thread. */
    void run(Events events) throws InterruptedException {
        write("retry: 3000\n\n");
        long end = System.nanoTime() + LONGEST.toNanos();
        String before = "";
        int silent = 0;
        while (!gone.get() && System.nanoTime() < end) {
            Events.Update update = events.now();
            if (!update.data().equals(before)) {
                before = update.data();
                silent = 0;
                write(event(update.name(), update.data()));
            } else if (++silent % SILENCE == 0) {
                write(":\n\n");
            }
            if (update.last()) {
                write(event("end", ""));
                break;
            }
            Thread.sleep(PAUSE);
        }
        context.runOnContext(now -> {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        });
    }

    private void write(String text) {
        context.runOnContext(now -> {
            if (!response.ended() && !response.closed()) {
                response.write(text);
            }
        });
    }

    static String event(String name, String data) {
        StringBuilder event = new StringBuilder("event: ").append(name).append('\n');
        data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        return data.isEmpty()
                ? event.append("data:\n\n").toString()
                : event.append('\n').toString();
    }
}
