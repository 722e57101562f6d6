package org.carillon.hub.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.ingest.auth.Totp;
import org.carillon.schemas.text.Base32;

/** A browser without scripts at the console of a running hub. */
final class ConsoleSession {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    ConsoleSession(String base) {
        this.base = base;
    }

    /** The code that an app with that secret shows now. */
    static String code(String secret) {
        return Totp.code(Base32.decode(secret.toLowerCase(Locale.ROOT)), Totp.step(Instant.now()));
    }

    /** Signs in to an account that has no second factor yet. */
    void signIn(String user, String password) {
        String form = csrf(get("/console/sign-in"));
        post("/console/sign-in", "csrf=" + form + "&user=" + encoded(user) + "&password=" + encoded(password));
    }

    /** Signs in; the status of the last step, 303 where it worked. */
    int signIn(String user, String password, String code) {
        String first = csrf(get("/console/sign-in"));
        post("/console/sign-in", "csrf=" + first + "&user=" + encoded(user) + "&password=" + encoded(password));
        String second = csrf(get("/console/sign-in/code"));
        return post("/console/sign-in/code", "csrf=" + second + "&code=" + code).statusCode();
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET()).body();
    }

    private HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String csrf(String page) {
        Matcher token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form on the page");
        }
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
