package org.carillon.channel.core.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One answer: status, headers, and the bytes of its body. */
public record HttpAnswer(int status, Map<String, String> headers, Buffer body) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    /** 200 with that media type. */
    public static HttpAnswer ok(String type, Buffer body) {
        return new HttpAnswer(200, Map.of("Content-Type", type), body);
    }

    /** 200 with that media type, in UTF-8. */
    public static HttpAnswer ok(String type, String body) {
        return ok(type, Buffer.buffer(body));
    }

    /** Without a body. */
    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, Map.of(), Buffer.buffer());
    }

    /** To another place; 302 unless it never changes. */
    public static HttpAnswer redirect(String location) {
        return new HttpAnswer(302, Map.of("Location", location), Buffer.buffer());
    }

    public HttpAnswer withStatus(int newStatus) {
        return new HttpAnswer(newStatus, headers, body);
    }

    public HttpAnswer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body);
    }
}
