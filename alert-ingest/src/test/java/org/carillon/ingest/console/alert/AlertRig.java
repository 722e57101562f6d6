package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.ingest.IngestService;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.alerts.AlertApi;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.ingest.console.ConsoleRig;
import org.carillon.ingest.console.page.Feature;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** The pages about alerts in a console on loopback; the router behind them is a map. */
final class AlertRig implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("/alerts/([a-z2-7]{26})");

    final FakeRouter hub = new FakeRouter(TestHub.CLOCK);
    final ConsoleRig console;

    /** Alerts whose every language somebody has reviewed. */
    final Set<AlertId> reviewed = ConcurrentHashMap.newKeySet();

    private final @Nullable Duration aloneAfter;

    /** In which nobody issues anything alone. */
    AlertRig() {
        this(null);
    }

    /** In which authors may do so when approvers have had that time; the clock of the pages stands still. */
    AlertRig(@Nullable Duration aloneAfter) {
        this.aloneAfter = aloneAfter;
        this.console = new ConsoleRig(feature());
    }

    private Feature feature() {
        Submissions submissions = TestHub.submissionsOfEveryChannel(hub::alerts);
        AlertApi api = new AlertApi(
                TestHub.CITY,
                TestHub.CATALOGUE,
                hub,
                hub,
                submissions,
                openApi(),
                Map.of("sms", 1.0),
                Map.of(),
                SecondFactor.NONE,
                TestHub.CLOCK);
        Templates templates = new Templates(
                TestHub.CATALOGUE,
                new Templates.Place(TestHub.CITY.zone(), TestHub.CITY.pack().emergencyNumber()));
        return new AlertsFeature(
                TestHub.CITY,
                TestHub.CATALOGUE,
                hub,
                api.operations(),
                templates,
                alert -> reviewed.contains(alert.id())
                        ? List.of()
                        : submissions.unreviewed(alert.content().texts().keySet()),
                submissions.channels(),
                aloneAfter,
                TestHub.CLOCK);
    }

    /** A draft of a hazard as its form makes it; fields as name, value, name, value. */
    Alert draft(ConsoleClient client, String form, String... fields) {
        client.get(form);
        return alert(client.post(form, fields));
    }

    /** Boiling water in two districts. */
    Alert boil(ConsoleClient client, String... more) {
        List<String> fields = new ArrayList<>(List.of("p.minutes", "3", "areas", "D01", "areas", "D03"));
        fields.addAll(List.of(more));
        return draft(client, "/alerts/new/boil-water", fields.toArray(String[]::new));
    }

    /** Own words about a danger in one district. */
    Alert own(ConsoleClient client, String... texts) {
        List<String> fields = new ArrayList<>(
                List.of("severity", "Severe", "urgency", "Immediate", "certainty", "Observed", "category", "Safety"));
        fields.addAll(List.of("response", "Avoid", "topic", "safety", "areas", "D01"));
        fields.addAll(List.of(texts));
        return draft(client, "/alerts/new/free", fields.toArray(String[]::new));
    }

    Alert submitted(ConsoleClient author, Alert draft) {
        return alert(author.post(path(draft, "/submit")));
    }

    Alert inForce(ConsoleClient author, ConsoleClient approver) {
        Alert waiting = submitted(author, boil(author));
        approver.get(path(waiting, "/decide"));
        return alert(approver.post(
                path(waiting, "/approve"), "digest", waiting.content().renditionsDigest()));
    }

    static String path(Alert alert, String page) {
        return "/alerts/" + alert.id() + page;
    }

    /** The alert to whose page an answer leads. */
    Alert alert(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!id.find()) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return hub.alert(new AlertId(id.group(1))).orElseThrow();
    }

    private static JsonNode openApi() {
        try (InputStream in = IngestService.class.getResourceAsStream("openapi.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        console.close();
    }
}
