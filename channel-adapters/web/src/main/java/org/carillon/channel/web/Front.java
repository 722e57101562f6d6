package org.carillon.channel.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;
import org.jspecify.annotations.Nullable;

/** Finds a reader's language, and keeps it where the reader asked for it. */
final class Front {
    private static final String COOKIE = "lang";
    private static final long YEAR = 31_536_000;

    private final Site site;

    Front(Site site) {
        this.site = site;
    }

    /** To the first page in the reader's language. */
    HttpAnswer index(HttpExchange exchange) {
        return HttpAnswer.redirect(site.links().path(Links.home(language(exchange.context()))))
                .with("Vary", "Accept-Language, Cookie")
                .with("Cache-Control", "no-cache");
    }

    /** The first page of a language, whose address has a slash at its end. */
    HttpAnswer root(String language, HttpExchange exchange) {
        return HttpAnswer.redirect(site.links().path(Links.home(language))).with("Cache-Control", "no-cache");
    }

    /** By cookie, then by what the browser asks for, else the city's own. */
    String language(RoutingContext context) {
        @Nullable Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie != null && site.languageCodes().contains(cookie.getValue())) {
            return cookie.getValue();
        }
        @Nullable String accepted = context.request().getHeader("Accept-Language");
        return accepted == null ? site.city().defaultLanguage() : site.negotiate(accepted);
    }

    /** A page whose switch of languages is remembered: {@code remember=1} sets the cookie and leads to the page itself. */
    BiFunction<String, HttpExchange, HttpAnswer> remembering(BiFunction<String, HttpExchange, HttpAnswer> page) {
        return (language, exchange) ->
                exchange.query("remember").isPresent() ? remember(language, exchange) : page.apply(language, exchange);
    }

    private HttpAnswer remember(String language, HttpExchange exchange) {
        String query = exchange.context().request().query();
        String rest = (query == null ? "" : query)
                .replaceAll("(^|&)remember=[^&]*", "")
                .replaceFirst("^&", "");
        String path = exchange.context().normalizedPath();
        String cookie = Cookie.cookie(COOKIE, language)
                .setPath("/")
                .setMaxAge(YEAR)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(site.links().publicUrl().getScheme()))
                .encode();
        return HttpAnswer.redirect(site.links().path(path) + (rest.isEmpty() ? "" : "?" + rest))
                .with("Set-Cookie", cookie)
                .with("Cache-Control", "no-store");
    }
}
