package org.carillon.channel.core.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a handler sees it.
 *
 * @param path values of the path's parameters
 * @param body empty where there was none
 */
public record HttpExchange(RoutingContext context, Map<String, String> path, Buffer body) {
    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return context.queryParam(name).stream().findFirst();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name));
    }

    /** A parameter that the path has. */
    public String pathValue(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the path has no {" + name + "}");
        }
        return value;
    }

    /** Whether the caller has the answer with that entity tag already, so that it gets 304 (RFC 9110, 13.1.2). */
    public boolean has(String entityTag) {
        return EntityTag.matches(context.request().getHeader("If-None-Match"), entityTag);
    }
}
