package org.carillon.hub.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Posts every CAP file of a folder and prints what became of it. */
public final class Replay {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI alerts;
    private final String token;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Prepares a replay.
     *
     * @param url the hub's base URL
     * @param token a bearer token with the role to submit
     */
    public Replay(HttpClient http, URI url, String token) {
        this.http = http;
        this.alerts = URI.create(url + (url.toString().endsWith("/") ? "" : "/") + "api/v1/alerts");
        this.token = token;
    }

    /**
     * Posts the folder's {@code .xml} files in the order of their names.
     *
     * @return true if there is a verdict on each, good or bad
     */
    public boolean run(Path folder, PrintWriter out) throws IOException, InterruptedException {
        int accepted = 0;
        int refused = 0;
        int failed = 0;
        for (Path file : capFiles(folder)) {
            Verdict verdict = submit(file);
            out.println(file.getFileName() + ": " + verdict.text());
            switch (verdict) {
                case Verdict.Accepted a -> accepted++;
                case Verdict.Refused r -> refused++;
                case Verdict.Failed f -> failed++;
            }
        }
        out.println(accepted + " accepted, " + refused + " refused, " + failed + " failed");
        out.flush();
        return failed == 0;
    }

    private static List<Path> capFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private Verdict submit(Path file) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(alerts)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/cap+xml")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            return verdict(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Verdict.Failed(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private Verdict verdict(HttpResponse<String> response) throws JsonProcessingException {
        int status = response.statusCode();
        JsonNode body = json.readTree(response.body());
        if (status == 401 || status == 403 || status >= 500) {
            return new Verdict.Failed(status + " " + String.join("; ", reasons(body)));
        }
        if (status < 300) {
            return new Verdict.Accepted(
                    status, body.path("id").asText(), body.path("state").asText());
        }
        return new Verdict.Refused(status, reasons(body));
    }

    private static List<String> reasons(JsonNode problem) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode violation : problem.path("violations")) {
            int line = violation.path("line").asInt();
            reasons.add(violation.path("rule").asText() + (line > 0 ? " line " + line : "") + ": "
                    + violation.path("message").asText());
        }
        if (reasons.isEmpty()) {
            reasons.add(problem.path("detail").asText(problem.path("title").asText()));
        }
        return reasons;
    }
}
