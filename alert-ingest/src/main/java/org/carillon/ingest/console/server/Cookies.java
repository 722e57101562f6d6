package org.carillon.ingest.console.server;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.carillon.ingest.console.page.ConsoleLinks;

/** The console's cookies: the session, the mark of a browser that an officer has used, and the language of its pages. Scripts see none. */
final class Cookies {
    private static final long KNOWN_SECONDS = 180L * 24 * 60 * 60;
    private static final long LANGUAGE_SECONDS = 365L * 24 * 60 * 60;

    private final boolean secure;
    private final String session;
    private final String known;
    private final String language;
    private final String path;

    Cookies(ConsoleLinks links) {
        secure = links.isSecure();
        // The prefix keeps other hosts of the same domain from setting our cookies.
        session = secure ? "__Host-carillon" : "carillon_session";
        known = secure ? "__Host-carillon-known" : "carillon_known";
        language = secure ? "__Host-carillon-language" : "carillon_language";
        path = secure ? "/" : links.to("/");
    }

    String session(HttpServerRequest request) {
        return value(request, session);
    }

    String known(HttpServerRequest request) {
        return value(request, known);
    }

    /** The code of a language, or whatever somebody has put there. */
    String language(HttpServerRequest request) {
        return value(request, language);
    }

    void setLanguage(HttpServerResponse response, String code) {
        response.addCookie(cookie(language, code).setMaxAge(LANGUAGE_SECONDS));
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
