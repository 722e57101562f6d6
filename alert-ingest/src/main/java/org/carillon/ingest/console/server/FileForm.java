package org.carillon.ingest.console.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;

/** Reads a posted form that has files in it. They stay in memory: what residents are in a list is written nowhere. */
final class FileForm {
    /** The longest file, the longest list of numbers with it. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private FileForm() {}

    /** The fields and files; fails with a {@link ProblemException}. Called on the event loop. */
    static Future<Fields> read(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            request.resume();
            return Future.failedFuture(ProblemException.unsupportedMediaType("A form with files is sent as such."));
        }
        Promise<Fields> promise = Promise.promise();
        Map<String, Buffer> files = new HashMap<>();
        AtomicLong length = new AtomicLong();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            Buffer file = Buffer.buffer();
            files.put(upload.name(), file);
            upload.handler(chunk -> {
                if (length.addAndGet(chunk.length()) <= MOST_BYTES) {
                    file.appendBuffer(chunk);
                } else {
                    promise.tryFail(ProblemException.of(
                            Problem.of(413, "Content Too Large", "The file is longer than " + MOST_BYTES + " bytes.")));
                }
            });
            upload.exceptionHandler(promise::tryFail);
        });
        request.exceptionHandler(promise::tryFail);
        request.endHandler(end -> promise.tryComplete(fields(request).with(bytes(files))));
        request.resume();
        return promise.future();
    }

    private static Fields fields(HttpServerRequest request) {
        Map<String, List<String>> values = new HashMap<>();
        request.formAttributes()
                .forEach((name, value) ->
                        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
        return Fields.ofAll(values);
    }

    private static Map<String, byte[]> bytes(Map<String, Buffer> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((name, file) -> bytes.put(name, file.getBytes()));
        return bytes;
    }
}
