package org.carillon.ingest.console.server;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.carillon.ingest.console.page.ConsoleLinks;

/** The console's two cookies: the session, and the mark of a browser that an officer has used. Scripts see neither. */
final class Cookies {
    private static final long KNOWN_SECONDS = 180L * 24 * 60 * 60;

    private final boolean secure;
    private final String session;
    private final String known;
    private final String path;

    Cookies(ConsoleLinks links) {
        secure = links.isSecure();
        // The prefix keeps other hosts of the same domain from setting our cookies.
        session = secure ? "__Host-carillon" : "carillon_session";
        known = secure ? "__Host-carillon-known" : "carillon_known";
        path = secure ? "/" : links.to("/");
    }

    String session(HttpServerRequest request) {
        return value(request, session);
    }

    String known(HttpServerRequest request) {
        return value(request, known);
    }

    void setSession(HttpServerResponse response, String value) {
        // No age: it ends with the browser, and by its own limits.
        response.addCookie(cookie(session, value));
    }

    void setKnown(HttpServerResponse response, String value) {
        response.addCookie(cookie(known, value).setMaxAge(KNOWN_SECONDS));
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }

    private static String value(HttpServerRequest request, String name) {
        Cookie cookie = request.getCookie(name);
        return cookie == null ? "" : cookie.getValue();
    }
}
