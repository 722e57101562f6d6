package org.carillon.schemas.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps strangers from making the hub call what only the hub can reach: an endpoint is a URL that anybody may send us. Asked when
 * one subscribes and again before every call, since a name may lead elsewhere later. May be used from any thread.
 */
public final class EndpointGuard {
    private static final int HTTPS = 443;
    private static final int FIRST_UNRESERVED = 1024;
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*|0x.*|.*\\.0x[0-9a-f]*|.*\\.[0-9]+");

    private final boolean insecure;
    private final Resolver resolver;

    /**
     * A guard that asks the machine's own resolver, as the calls do.
     *
     * @param insecure lets every http and https address through; for tests and the demo only
     */
    public EndpointGuard(boolean insecure) {
        this(insecure, InetAddress::getAllByName);
    }

    EndpointGuard(boolean insecure, Resolver resolver) {
        this.insecure = insecure;
        this.resolver = resolver;
    }

    /** Looks names up. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Whether an endpoint may be called. */
    public sealed interface Answer {
        record Allowed(URI endpoint) implements Answer {}

        /** Never. The reason is for a person and does not repeat the endpoint. */
        record Forbidden(String reason) implements Answer {}

        /** Its name leads nowhere at present. */
        record Unresolved() implements Answer {}
    }

    /** Looks at one endpoint; asks the resolver, and may block for as long as that takes. */
    public Answer look(String endpoint) {
        URI uri;
        try {
            uri = new URI(endpoint);
        } catch (URISyntaxException e) {
            return new Answer.Forbidden("it is not a URL");
        }
        String host = uri.getHost();
        String scheme = uri.getScheme();
        if (host == null || scheme == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return new Answer.Forbidden("it is not a plain URL with a host");
        }
        if (insecure && scheme.toLowerCase(Locale.ROOT).matches("https?")) {
            return new Answer.Allowed(uri);
        }
        return secure(uri, scheme.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT));
    }

    private Answer secure(URI uri, String scheme, String host) {
        if (!scheme.equals("https")) {
            return new Answer.Forbidden("it is not https");
        }
        if (uri.getPort() != -1 && uri.getPort() != HTTPS && uri.getPort() < FIRST_UNRESERVED) {
            return new Answer.Forbidden("its port belongs to another service");
        }
        if (NUMERIC.matcher(host).matches() || !host.contains(".")) {
            return new Answer.Forbidden("its host is not a name of the public internet");
        }
        try {
            boolean open = Arrays.stream(resolver.resolve(host)).allMatch(Addresses::isPublic);
            return open ? new Answer.Allowed(uri) : new Answer.Forbidden("its host is not on the public internet");
        } catch (UnknownHostException e) {
            return new Answer.Unresolved();
        }
    }
}
