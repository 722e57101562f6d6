package org.carillon.channel.core.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Strong entity tags over the bytes of an answer, and conditional GET (RFC 9110, 8.8.3 and 13.1.2). */
final class EntityTag {
    private static final int SHOWN_BYTES = 16;

    private EntityTag() {}

    /** The answer with its tag, or 304 where the caller has it already. */
    static HttpAnswer apply(HttpServerRequest request, HttpAnswer answer) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return answer;
        }
        String tag =
                answer.headers().getOrDefault("ETag", '"' + hash(answer.body().getBytes()) + '"');
        HttpAnswer tagged = answer.with("ETag", tag);
        return matches(request.getHeader("If-None-Match"), tag) ? tagged.withStatus(304) : tagged;
    }

    static boolean matches(@Nullable String wanted, String tag) {
        // A proxy that compressed the answer may have made the tag weak: for GET the weak comparison holds.
        return wanted != null
                && Arrays.stream(wanted.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
