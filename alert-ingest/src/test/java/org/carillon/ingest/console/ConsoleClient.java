package org.carillon.ingest.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, and sends the token of the form that it saw last. Follows nothing by itself. */
public final class ConsoleClient {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    final Map<String, String> cookies = new HashMap<>();
    String csrf = "";

    ConsoleClient(URI base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts a form with the token that was seen last; fields as name, value, name, value. */
    public HttpResponse<String> post(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of("csrf", csrf));
        all.addAll(List.of(fields));
        return postRaw(path, List.of("Sec-Fetch-Site", "same-origin", "Origin", base.toString()), all);
    }

    /** Posts a form with a file, as browsers do; fields as name, value, name, value. */
    public HttpResponse<String> upload(String path, String field, byte[] file, String... fields) {
        return uploadAs(csrf, path, field, file, fields);
    }

    /** As {@link #upload}, with another token. */
    public HttpResponse<String> uploadAs(String token, String path, String field, byte[] file, String... fields) {
        List<String> all = new ArrayList<>(List.of("csrf", token));
        all.addAll(List.of(fields));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < all.size(); i += 2) {
            body.writeBytes(("--b-o-u\r\nContent-Disposition: form-data; name=\"" + all.get(i) + "\"\r\n\r\n"
                            + all.get(i + 1) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--b-o-u\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b-o-u--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path, "Sec-Fetch-Site", "same-origin", "Origin", base.toString())
                .header("Content-Type", "multipart/form-data; boundary=b-o-u")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    HttpResponse<String> postRaw(String path, List<String> headers, List<String> fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = request(path, headers.toArray(String[]::new))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + (path.startsWith("/console") ? path : "/console" + path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            Matcher token = CSRF.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where an answer leads, within the console. */
    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^/console", "");
    }
}
