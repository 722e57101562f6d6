package org.carillon.channel.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carillon.channel.radio.Fixtures.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carillon.channel.core.testkit.ManualClock;
import org.carillon.channel.core.testkit.TestBroker;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.rendition.Rendition;
import org.carillon.schemas.station.StationReport;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stations, through the public contract, on a real Kafka. */
class RadioServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BULLETIN = "/radio/v1/bulletin?lang=en&seconds=120";
    private static final String JSON = "application/json";
    private static TestBroker broker;

    private final ManualClock clock = new ManualClock(NOON);
    private final List<AlertId> issued = new ArrayList<>();
    private Rig rig;

    @BeforeAll
    static void startBroker(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws InterruptedException {
        rig = new Rig(broker.clients(), clock);
        for (String id : List.of("sol", "luna", "harbour")) {
            rig.write(
                    Topics.STATIONS,
                    id,
                    Fixtures.station(
                            id, List.of("en", "es"), id.equals("harbour") ? List.of("D01", "D02") : List.of(), true));
        }
        rig.write(Topics.STATIONS, "mute", Fixtures.station("mute", List.of("en"), List.of(), false));
        assertThat(rig.service().awaitReady(PATIENCE)).isTrue();
        assertThat(rig.service().notReady()).isEmpty();
        await().atMost(PATIENCE).until(() -> rig.get("luna", BULLETIN).statusCode() != 401);
    }

    /** The broker is shared: what a test put in force it takes back. */
    @AfterEach
    void stop() {
        issued.forEach(id -> rig.write(Topics.ALERTS, id.value(), null));
        rig.close();
    }

    @Test
    void shouldGiveAndCountAndRememberABulletin() throws Exception {
        // Given
        Fixtures.Told water = shown("pull", Severity.SEVERE, "D01");

        // When
        HttpResponse<String> pulled = rig.get("sol", BULLETIN, "Accept", JSON);

        // Then
        JsonNode bulletin = Json.mapper().readTree(pulled.body());
        JsonNode item = item(bulletin, water.id());
        assertThat(item.path("form").asText()).isEqualTo("full");
        assertThat(item.path("text").asText()).isEqualTo(water.script("en", 1).body());
        assertThat(bulletin.path("estimatedSeconds").asInt()).isBetween(1, 120);
        assertThat(rig.get("sol", BULLETIN).body())
                .isEqualTo(bulletin.path("text").asText() + "\n")
                .contains(water.script("en", 1).body());
        String id = bulletin.path("id").asText();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rig.reports())
                        .filteredOn(report -> report.bulletin().equals(id))
                        .isNotEmpty()
                        .allSatisfy(report -> assertThat(report)
                                .isInstanceOf(StationReport.Pulled.class)
                                .satisfies(r -> assertThat(r.alerts()).contains(water.id()))));

        // And when another instance, or this one after a restart, hears that it was aired
        try (Rig other = new Rig(broker.clients(), clock)) {
            assertThat(other.service().awaitReady(PATIENCE)).isTrue();
            String aired = "{\"bulletin\":\"" + id + "\",\"at\":\"2026-11-22T13:55:00.7+02:00\",\"seconds\":42}";
            assertThat(other.post("sol", "/radio/v1/aired", aired).statusCode()).isEqualTo(202);
            assertThat(other.post("sol", "/radio/v1/aired", aired).statusCode()).isEqualTo(202);
        }

        // Then
        assertThat(rig.reports())
                .filteredOn(StationReport.Aired.class::isInstance)
                .filteredOn(report -> report.bulletin().equals(id))
                .hasSize(2)
                .containsOnly(new StationReport.Aired(
                        "sol", id, alerts(bulletin), Instant.parse("2026-11-22T11:55:00Z"), 42));
    }

    @Test
    void shouldSayThatNothingChanged() {
        shown("tag", Severity.SEVERE, "D01");
        HttpResponse<String> first = rig.get("luna", BULLETIN);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> rig.reports().stream()
                        .anyMatch(report -> tag.contains(report.bulletin())
                                && report.station().equals("luna")));
        int reports = rig.reports().size();
        clock.advance(Duration.ofMinutes(1));

        HttpResponse<String> again = rig.get("luna", BULLETIN, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(rig.get("luna", BULLETIN, "Accept", "text/html").headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
        HttpResponse<String> heartbeat = rig.get("luna", "/radio/v1/heartbeat");
        assertThat(rig.get(
                                "luna",
                                "/radio/v1/heartbeat",
                                "If-None-Match",
                                heartbeat.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        // The HTML form was a pull; the 304 was none.
        await().atMost(PATIENCE).until(() -> rig.reports().size() == reports + 1);
    }

    @Test
    void shouldLetAnAlertGoInTheSecondInWhichItEnds() throws Exception {
        Fixtures.Told water = shown("expiry", Severity.SEVERE, "D01");
        Fixtures.Told gone = shown("cancel", Severity.SEVERE, "D01");

        rig.write(Topics.ALERTS, gone.id().value(), gone.alert(AlertState.CANCELLED));
        await().atMost(PATIENCE)
                .until(() -> !heartbeat("sol").containsKey(gone.id().value()));
        clock.advance(Duration.between(clock.instant(), water.expires().minusSeconds(1)));
        assertThat(rig.get("sol", BULLETIN).body()).contains("expiry").doesNotContain("Headline cancel");
        clock.advance(Duration.ofSeconds(1));

        assertThat(rig.get("sol", BULLETIN).body()).doesNotContain("expiry");
        assertThat(heartbeat("sol")).doesNotContainKey(water.id().value());
    }

    @Test
    void shouldTellAStationWhatConcernsItsDistrictsOnly() throws Exception {
        Fixtures.Told here = shown("here", Severity.SEVERE, "D01");
        Fixtures.Told there = shown("there", Severity.EXTREME, "D09");

        Map<String, String> heard = heartbeat("harbour");

        assertThat(heard)
                .containsKey(here.id().value())
                .doesNotContainKey(there.id().value());
        assertThat(heard.get(here.id().value()))
                .isEqualTo(Rendition.digest(List.of(here.script("en", 1), here.script("es", 1))));
        assertThat(rig.get("harbour", "/radio/v1/bulletin?lang=en&seconds=600").body())
                .contains("Headline here")
                .doesNotContain("Headline there");
        assertThat(rig.get("harbour", "/radio/v1/bulletin?lang=en&area=D02").body())
                .contains("no official notice");
        assertThat(rig.get("harbour", "/radio/v1/bulletin?lang=en&area=D09").statusCode())
                .isEqualTo(422);
        assertThat(rig.get("sol", "/radio/v1/bulletin?lang=en&area=D09,D08&seconds=600")
                        .body())
                .contains("Headline there")
                .doesNotContain("Headline here");
    }

    @Test
    void shouldRefuseWhoeverIsNoActiveStation() {
        for (String path : List.of(BULLETIN, "/radio/v1/heartbeat")) {
            assertThat(rig.get("stranger", path).statusCode()).isEqualTo(401);
            assertThat(rig.get("mute", path).statusCode()).isEqualTo(401);
            assertThat(rig.anonymous(path).statusCode()).isEqualTo(401);
            assertThat(rig.anonymous(path).headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge ->
                            assertThat(challenge).contains("Bearer").contains("Basic"));
        }
        assertThat(rig.post("stranger", "/radio/v1/aired", "{}").statusCode()).isEqualTo(401);
        assertThat(rig.anonymous("/radio/v1/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() {
        assertThat(rig.get("sol", "/radio/v1/bulletin?lang=ar").body()).contains("[en, es]");
        assertThat(rig.get("sol", "/radio/v1/bulletin").statusCode()).isEqualTo(422);
        for (String seconds : List.of("14", "601", "-1", "x", "99999999999")) {
            assertThat(rig.get("sol", "/radio/v1/bulletin?lang=en&seconds=" + seconds)
                            .statusCode())
                    .isEqualTo(422);
        }
        HttpResponse<String> audio = rig.get("sol", BULLETIN, "Accept", "audio/wav");
        assertThat(audio.statusCode()).isEqualTo(406);
        assertThat(audio.body()).contains("text/plain", "application/ssml+xml");
        assertThat(rig.get("sol", BULLETIN, "Accept", "audio/wav, text/html;q=0.5")
                        .body())
                .contains("<html lang=\"en\"");
        assertThat(rig.get("sol", BULLETIN, "Accept", "application/ssml+xml").body())
                .contains("<speak");
        assertThat(rig.post("sol", "/radio/v1/aired", "no json").statusCode()).isEqualTo(400);
        assertThat(rig.post(
                                "sol",
                                "/radio/v1/aired",
                                "{\"bulletin\":\"b0b0\",\"at\":\"2026-11-22T12:00:00Z\",\"seconds\":1}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void shouldNotTakeAReportThatCannotBeTrue() {
        String bulletin = rig.get("sol", BULLETIN)
                .headers()
                .firstValue("Carillon-Bulletin")
                .orElseThrow();
        for (String rest : List.of(
                "\"at\":\"2026-11-22T12:30:00Z\",\"seconds\":42",
                "\"at\":\"2026-11-01T12:00:00Z\",\"seconds\":42",
                "\"at\":\"12:00\",\"seconds\":42",
                "\"at\":\"2026-11-22T12:00:00Z\",\"seconds\":0",
                "\"at\":\"2026-11-22T12:00:00Z\"")) {
            assertThat(rig.post("sol", "/radio/v1/aired", "{\"bulletin\":\"" + bulletin + "\"," + rest + "}")
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(rig.post(
                                "sol",
                                "/radio/v1/aired",
                                "{\"bulletin\":\"" + bulletin + "\",\"at\":\"2026-11-22T12:00:00Z\",\"seconds\":42}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void shouldNameTheSecondsThatTheGravestNeeds() throws Exception {
        Fixtures.Told told = Fixtures.told("long", Severity.EXTREME);
        Fixtures.Told longest = new Fixtures.Told(
                "long",
                Severity.EXTREME,
                told.sent(),
                told.expires(),
                List.of("D07"),
                Map.of("en", "Take the road to the hill and wait there. ".repeat(20)));
        rig.issue(longest.issued(), Map.of("en", longest.script("en", 1)));
        issued.add(longest.id());
        await().atMost(PATIENCE)
                .until(() -> heartbeat("sol").containsKey(longest.id().value()));

        HttpResponse<String> refused = rig.get("sol", "/radio/v1/bulletin?lang=en&area=D07&seconds=30");

        assertThat(refused.statusCode()).isEqualTo(422);
        int needed =
                Json.mapper().readTree(refused.body()).path("secondsNeeded").asInt();
        assertThat(rig.get("sol", "/radio/v1/bulletin?lang=en&area=D07&seconds=" + needed)
                        .body())
                .contains("What to do: Take the road to the hill and wait there.");
        assertThat(rig.get("sol", "/radio/v1/bulletin?lang=es&area=D07").body()).contains("no está disponible");
    }

    /** Puts an alert in force and waits until the channel knows. */
    private Fixtures.Told shown(String name, Severity severity, String district) {
        Fixtures.Told told = Fixtures.told(name, severity);
        Fixtures.Told there =
                new Fixtures.Told(name, severity, told.sent(), told.expires(), List.of(district), told.texts());
        Alert alert = there.issued();
        rig.issue(alert, Map.of("en", there.script("en", 1), "es", there.script("es", 1)));
        issued.add(alert.id());
        await().atMost(PATIENCE)
                .until(() -> heartbeat("sol").containsKey(alert.id().value()));
        return there;
    }

    private Map<String, String> heartbeat(String station) throws Exception {
        Map<String, String> digests = new HashMap<>();
        Json.mapper()
                .readTree(rig.get(station, "/radio/v1/heartbeat").body())
                .path("alerts")
                .forEach(alert -> digests.put(
                        alert.path("alertId").asText(), alert.path("digest").asText()));
        return digests;
    }

    private static JsonNode item(JsonNode bulletin, AlertId alert) {
        for (JsonNode item : bulletin.path("items")) {
            if (item.path("alertId").asText().equals(alert.value())) {
                return item;
            }
        }
        throw new AssertionError("not told");
    }

    private static List<AlertId> alerts(JsonNode bulletin) {
        return bulletin.path("items").findValuesAsText("alertId").stream()
                .map(AlertId::new)
                .toList();
    }
}
