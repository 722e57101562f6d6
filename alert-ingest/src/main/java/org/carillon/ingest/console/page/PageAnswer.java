package org.carillon.ingest.console.page;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.TreeMap;

/** One answer of the console; the headers that guard every page are added by the server. */
public record PageAnswer(int status, Map<String, String> headers, Buffer body) {
    public PageAnswer {
        headers = Map.copyOf(headers);
    }

    public static PageAnswer html(int status, String html) {
        return of(status, "text/html; charset=utf-8", Buffer.buffer(html));
    }

    public static PageAnswer of(int status, String type, Buffer body) {
        return new PageAnswer(status, Map.of("Content-Type", type), body);
    }

    /** Goes on by GET at an address that {@link Frame#link} or {@code ConsoleLinks} made: what a form answers when all was well. */
    public static PageAnswer seeOther(String location) {
        return new PageAnswer(303, Map.of("Location", location), Buffer.buffer());
    }

    public PageAnswer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new PageAnswer(status, more, body);
    }
}
