package org.carillon.ingest.console.server;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;

/** Whether a form was sent by one of our own pages, as far as browsers say. */
final class Origins {
    private final URI publicUrl;

    Origins(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * False where the browser says that another site sent it. A client that says nothing is no browser of today: for it the form's
     * token alone decides.
     */
    boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request);
    }

    private boolean isOurs(String origin, HttpServerRequest request) {
        String authority =
                request.authority() == null ? "" : request.authority().toString();
        String asked = origin.toLowerCase(Locale.ROOT);
        return asked.equals(origin(publicUrl))
                || (!authority.isEmpty()
                        && (asked.equals("http://" + authority.toLowerCase(Locale.ROOT))
                                || asked.equals("https://" + authority.toLowerCase(Locale.ROOT))));
    }

    private static String origin(URI url) {
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
