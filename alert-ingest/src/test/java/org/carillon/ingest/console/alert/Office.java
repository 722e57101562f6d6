package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.ingest.IngestService;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.alerts.AlertApi;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.console.Console;
import org.carillon.ingest.console.ConsoleConfig;
import org.carillon.ingest.console.page.CodeCheck;
import org.carillon.ingest.console.session.Session;
import org.carillon.ingest.console.session.SessionLimits;
import org.carillon.ingest.console.session.Sessions;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.AccountSecurity;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.account.SecondFactor;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Json;

/** The pages about alerts on a real server, signed in by a cookie of our own making; the router behind them is a map. */
final class Office implements AutoCloseable {
    static final String AUTHOR = "ana";
    static final String APPROVER = "ben";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    final Clock clock = TestHub.CLOCK;
    final FakeRouter hub = new FakeRouter(clock);
    final URI base;

    private final Vertx vertx = Vertx.vertx();
    private final OfficeKeys keys = OfficeKeys.ephemeral();
    private final Sessions sessions = new Sessions(keys, SessionLimits.DEFAULT, new SecureRandom(), clock);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Account> accounts = Map.of(
            AUTHOR, account(AUTHOR, "Ana Author", Role.AUTHOR),
            APPROVER, account(APPROVER, "Ben Approver", Role.APPROVER, Role.AUTHOR));

    Office() {
        Router router = Router.router(vertx);
        HttpServer server =
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
        base = URI.create("http://127.0.0.1:" + server.actualPort());
        Submissions submissions = TestHub.submissionsOfEveryChannel(hub::alerts);
        AlertApi api = new AlertApi(
                TestHub.CITY,
                TestHub.CATALOGUE,
                hub,
                hub,
                submissions,
                openApi(),
                Map.of("sms", 1.0),
                clock);
        Templates templates = new Templates(
                TestHub.CATALOGUE,
                new Templates.Place(
                        LocalStyle.plain(),
                        TestHub.CITY.zone(),
                        TestHub.CITY.pack().emergencyNumber()));
        AlertsFeature feature = new AlertsFeature(
                TestHub.CITY,
                TestHub.CATALOGUE,
                hub,
                api.operations(),
                templates,
                alert -> submissions.unreviewed(alert.content().texts().keySet()),
                submissions.channels(),
                clock);
        new Console(
                        ConsoleConfig.of(keys, base),
                        "Port Maravel",
                        TestHub.CITY.zone(),
                        user -> Optional.ofNullable(accounts.get(user)),
                        (account, code) -> code.equals("123456") ? CodeCheck.Outcome.RIGHT : CodeCheck.Outcome.WRONG,
                        List.of(feature),
                        clock)
                .mount(router);
    }

    /** The value of a session cookie. */
    String cookie(String user) {
        Account account = accounts.get(user);
        return sessions.seal(sessions.start(account, Session.Stage.FULL));
    }

    HttpResponse<String> get(String cookie, String path) {
        return send(request(cookie, path).build());
    }

    /** Sends a form with the token of the page at {@code from}; fields as name, value, name, value. */
    HttpResponse<String> post(String cookie, String from, String path, String... fields) {
        Matcher csrf = CSRF.matcher(get(cookie, from).body());
        List<String> pairs = new ArrayList<>();
        if (csrf.find()) {
            pairs.add("csrf=" + encode(csrf.group(1)));
        }
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encode(fields[i]) + '=' + encode(fields[i + 1]));
        }
        return send(request(cookie, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base.toString())
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** A draft of boiling water in two districts, as the form makes it. */
    Alert boil(String cookie, String... more) {
        List<String> fields = new ArrayList<>(List.of("p.minutes", "3", "areas", "D01", "areas", "D03"));
        fields.addAll(List.of(more));
        HttpResponse<String> answer = post(
                cookie, "/alerts/new/boil-water", "/alerts/new/boil-water", fields.toArray(String[]::new));
        return alert(answer);
    }

    /** The alert to whose page an answer leads. */
    Alert alert(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        Matcher id = Pattern.compile("/alerts/([a-z2-7]{26})").matcher(location);
        if (!id.find()) {
            throw new AssertionError(location);
        }
        return hub.alert(new AlertId(id.group(1))).orElseThrow();
    }

    private HttpRequest.Builder request(String cookie, String path) {
        return HttpRequest.newBuilder(base.resolve("/console" + path)).header("Cookie", "carillon_session=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Account account(String user, String name, Role... roles) {
        return new Account(
                user,
                name,
                Set.of(roles),
                "civil-protection@port-maravel.example",
                "-",
                Set.of(),
                true,
                TestHub.NOON,
                AccountSecurity.NEW.with(new SecondFactor("-", 0, Set.of(), TestHub.NOON)));
    }

    private static ObjectNode openApi() {
        try (InputStream in = IngestService.class.getResourceAsStream("openapi.json")) {
            return (ObjectNode) Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
