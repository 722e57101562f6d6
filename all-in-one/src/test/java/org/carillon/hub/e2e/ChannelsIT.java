package org.carillon.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.carillon.channel.push.browser.DemoBrowser;
import org.carillon.channel.push.browser.PushServer;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.hub.demo.DemoTexts;
import org.carillon.hub.demo.Phone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the channels owe to each other, and to a cancellation, through the public contract of a whole hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DemoHttp http = new DemoHttp();
    private final Vertx vertx = Vertx.vertx();

    @SuppressWarnings("NullAway.Init") // before all tests
    private RunningHub hub;

    @SuppressWarnings("NullAway.Init") // before all tests
    private PushServer pushService;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Officer author;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Officer approver;

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException {
        hub = RunningHub.start(folder);
        pushService = PushServer.start(vertx, 0);
        author = new Officer(hub.demo().baseUrl(), hub.token("author"));
        approver = new Officer(hub.demo().baseUrl(), hub.token("approver"));
    }

    @AfterAll
    void stop() {
        http.close();
        hub.close();
        pushService.close();
        vertx.close().await();
    }

    @Test
    void shouldNotWaitForAPushServiceThatIsAwayAndCatchUpOnlyWithWhatIsInForce() {
        // Given
        Phone phone = joined("+15005580101", "D01");
        DemoBrowser browser = subscribed("D01");
        pushService.behave(new PushServer.Fault.Status(503, 1));

        // When
        String withdrawn = issue("D01");
        String text = phone.next("The alert").body();
        author.json("/alerts/" + withdrawn + "/cancel", Map.of(), Map.of());
        String cancelled = phone.next("The cancel").body();
        String standing = issue("D01");

        // Then
        assertThat(text).contains("Boil water for one minute");
        assertThat(cancelled).contains("CANCELLED");
        assertThat(phone.next("The next alert").body()).contains("Boil water for one minute");
        assertThat(browser.received()).isEmpty();

        // When
        pushService.behave(new PushServer.Fault.None());

        // Then
        await().atMost(PATIENCE).until(() -> !browser.received().isEmpty());
        await().atMost(PATIENCE)
                .until(() -> count(standing, "push", "sent") == 1 && count(withdrawn, "push", "queued") == 0);
        assertThat(browser.received())
                .singleElement()
                .satisfies(m -> assertThat(m.payload()).contains(standing));
        assertThat(count(withdrawn, "push", "suppressed")).isEqualTo(1);
        assertThat(pushService.complaints()).isEmpty();
    }

    @Test
    void shouldTakeACancelledAlertFromPagesFeedsAndBulletinsWithinASecond() {
        // Given
        Phone phone = joined("+15005580201", "D05");
        DemoBrowser browser = subscribed("D05");
        String id = issue("D05");
        phone.next("The alert");
        await().atMost(PATIENCE).until(() -> browser.received().size() == 1 && isPublished(id));

        // When
        author.json("/alerts/" + id + "/cancel", Map.of(), Map.of());

        // Then
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(1))
                .until(() -> isGone(id));
        assertThat(phone.next("The cancel").body()).contains("CANCELLED");
        await().atMost(PATIENCE).until(() -> browser.received().size() == 2);
        assertThat(browser.shown())
                .singleElement()
                .satisfies(shown -> assertThat(shown.path("kind").asText()).isEqualTo("cancel"));
    }

    @Test
    void shouldLookAsTheReadmeShows() {
        // Given
        Phone english = joined("+15005580301", "JOIN D07", "YES");
        Phone spanish = joined("+15005580302", "ALTA D07", "SI");
        Phone arabic = joined("+15005580303", "اشتراك D07", "نعم");
        String id = issue("D07");
        List.of(english, spanish, arabic).forEach(phone -> phone.next("The alert"));
        String base = hub.demo().baseUrl();
        await().atMost(PATIENCE).until(() -> page("/en/alerts/" + id) == 200);

        // Then
        try (Pictures pictures = Pictures.open()) {
            pictures.take("phones", 1000, hub.demo().simulatorUrl() + "/", Map.of());
            pictures.take("web", 420, base + "/en/", Map.of());
            pictures.take("web-ar", 420, base + "/ar/alerts/" + id, Map.of());
            for (String language : List.of("en", "ar")) {
                DemoFile.StationKey station = hub.demo().stations().stream()
                        .filter(one -> one.languages().contains(language))
                        .findFirst()
                        .orElseThrow();
                pictures.take(
                        language.equals("en") ? "bulletin" : "bulletin-" + language,
                        700,
                        base + "/radio/v1/bulletin?seconds=120&lang=" + language,
                        Map.of("Authorization", "Bearer " + station.key(), "Accept", "text/html"));
            }
        }
    }

    private boolean isPublished(String id) {
        return page("/en/alerts/" + id) == 200
                && body("/en/").contains(id)
                && body("/feed/cap.atom").contains(id)
                && body("/feed/alerts.geojson").contains(id)
                && bulletin().contains(id);
    }

    private boolean isGone(String id) {
        return page("/en/alerts/" + id) == 410
                && page("/cap/" + id + ".xml") == 410
                && !body("/en/").contains("/alerts/" + id)
                && !body("/feed/cap.atom").contains(id)
                && !body("/feed/alerts.geojson").contains(id)
                && !bulletin().contains(id);
    }

    private int page(String path) {
        return http.page(hub.demo().baseUrl() + path).statusCode();
    }

    private String body(String path) {
        return http.page(hub.demo().baseUrl() + path).body();
    }

    private String bulletin() {
        DemoFile.StationKey station = hub.demo().stations().getFirst();
        return http.get(hub.demo().baseUrl() + "/radio/v1/bulletin?lang=en&seconds=600", station.key())
                .path("items")
                .toString();
    }

    private int count(String id, String channel, String which) {
        JsonNode reach = author.get("/alerts/" + id + "/reach").body();
        return reach.path("channels").path(channel).path(which).asInt();
    }

    private Phone joined(String number, String district) {
        return joined(number, "JOIN " + district, "YES");
    }

    private Phone joined(String number, String join, String yes) {
        Phone phone = new Phone(http, hub.demo().simulatorUrl(), number);
        phone.text(join);
        phone.next("The consent question");
        phone.text(yes);
        phone.next("The confirmation");
        return phone;
    }

    private DemoBrowser subscribed(String district) {
        String base = hub.demo().baseUrl() + "/push/v1/";
        DemoBrowser browser =
                pushService.browser(http.get(base + "key", "").path("key").asText());
        http.post(
                base + "subscriptions",
                "",
                Map.of(
                        "subscription", browser.subscription(),
                        "languages", List.of("en"),
                        "areas", List.of(district),
                        "topics", List.of(),
                        "level", "all",
                        "format", "standard",
                        "consent", true));
        return browser;
    }

    private String issue(String district) {
        Map<String, Object> form = Map.of(
                "status", "Actual",
                "scope", "Public",
                "category", "Health",
                "severity", "Severe",
                "urgency", "Immediate",
                "certainty", "Observed",
                "areas", List.of(district),
                "expires",
                        Instant.now()
                                .plus(6, ChronoUnit.HOURS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                "texts", DemoTexts.boilWater());
        Officer.Answer alert = author.json("/alerts", form, Map.of());
        assertThat(alert.status()).isEqualTo(201);
        assertThat(approver.json("/alerts/" + alert.id() + "/approve", Map.of(), Map.of())
                        .status())
                .isEqualTo(200);
        return alert.id();
    }
}
