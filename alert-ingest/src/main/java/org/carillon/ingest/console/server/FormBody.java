package org.carillon.ingest.console.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;

/**
 * Reads a posted form. Not the server's own reader of forms: that one refuses a field of more than 8 KiB, and a drawn area or an
 * instruction in many languages is longer.
 */
final class FormBody {
    /** An alert in every language with a drawn area, and much room. */
    static final int MOST_BYTES = 1024 * 1024;

    /** What is still read, so that the sender hears why it was refused; beyond that the connection ends. */
    private static final long MOST_DISCARDED = 16L * 1024 * 1024;

    private FormBody() {}

    /** The fields; fails with a {@link ProblemException}. Called on the event loop. */
    static Future<Fields> read(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            request.resume();
            return Future.failedFuture(ProblemException.unsupportedMediaType("The console's forms are sent as forms."));
        }
        Promise<Fields> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        AtomicLong length = new AtomicLong();
        request.handler(chunk -> {
            long all = length.addAndGet(chunk.length());
            if (all <= MOST_BYTES) {
                body.appendBuffer(chunk);
            } else if (all > MOST_DISCARDED) {
                promise.tryFail(tooLong());
            }
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> {
            if (length.get() > MOST_BYTES) {
                promise.tryFail(tooLong());
                return;
            }
            try {
                promise.tryComplete(Fields.parse(body.toString(StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                promise.tryFail(ProblemException.badRequest("The form cannot be read."));
            }
        });
        request.resume();
        return promise.future();
    }

    private static ProblemException tooLong() {
        return ProblemException.of(
                Problem.of(413, "Content Too Large", "The form is longer than " + MOST_BYTES + " bytes."));
    }
}
