package org.carillon.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.ingest.office.Acts;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedServiceTest {
    private static final String FORM = """
            {"name": "met", "url": "http://127.0.0.1/cap.atom", "senders": ["water@port-maravel.example"],
             "mode": "lenient", "topic": "weather", "intervalSeconds": 30}
            """;

    private static final String TRUSTED =
            FORM.replace("\"mode\"", "\"secondPerson\": false, \"reason\": \"the national service\", \"mode\"");

    private final HandClock clock = new HandClock(TestHub.NOON);
    private final MemoryFeeds store = new MemoryFeeds();
    private final Acts acts =
            new FakeOffice().desk(OfficeKeys.ephemeral(), TestHub.CLOCK).acts();
    private final FeedService service = new FeedService(
            TestHub.CITY.pack(), store, TestHub.submissions(List::of), command -> Optional.empty(), acts, true, clock);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldAddChangeAndShowAFeed() throws IOException {
        assertThat(set(FORM, Role.ADMIN).status()).isEqualTo(201);
        assertThat(set(FORM.replace("30", "90"), Role.ADMIN).status()).isEqualTo(200);
        store.keep(new FeedState("met", "http://127.0.0.1/cap.atom", null, null, TestHub.NOON, null, "It was away."));
        store.keep(new FeedItem("met", "a", FeedItem.Outcome.REFUSED, null, "no sent", null, TestHub.NOON));
        store.keep(new FeedItem("met", "b", FeedItem.Outcome.ELSEWHERE, null, null, null, TestHub.NOON));

        JsonNode feed = body(call("listFeeds", "", Role.AUDITOR)).at("/feeds/0");

        assertThat(feed.path("mode").asText()).isEqualTo("lenient");
        assertThat(feed.path("secondPerson").asBoolean()).isTrue();
        assertThat(feed.path("intervalSeconds").asInt()).isEqualTo(90);
        assertThat(feed.path("active").asBoolean()).isTrue();
        assertThat(feed.path("setBy").asText()).isEqualTo("cleo");
        assertThat(feed.path("problem").asText()).isEqualTo("It was away.");
        assertThat(feed.at("/outcomes/refused").asInt()).isEqualTo(1);
        assertThat(feed.at("/outcomes/elsewhere").asInt()).isEqualTo(1);
        assertThat(feed.path("items")).hasSize(1);
        assertThat(feed.at("/items/0/reason").asText()).isEqualTo("no sent");
    }

    @Test
    void shouldLetAlertsOutWithoutASecondPersonOnlyWhereTwoAdministratorsAgree() throws IOException {
        ApiResponse proposed = set(TRUSTED, Role.ADMIN);
        String act = body(proposed).path("act").asText();

        assertThat(proposed.status()).isEqualTo(202);
        assertThat(proposed.headers()).containsEntry("Location", "/api/v1/acts/" + act);
        assertThat(secondPerson()).isTrue();
        assertThat(acts.pending())
                .extracting(request -> request.act().withoutSecrets())
                .singleElement()
                .isInstanceOfSatisfying(AdminAct.TrustFeed.class, trust -> {
                    assertThat(trust.feed()).isEqualTo("met");
                    assertThat(trust.url()).isEqualTo("http://127.0.0.1/cap.atom");
                    assertThat(trust.senders()).containsExactly("water@port-maravel.example");
                });
        acts.confirm("drew", act, null);
        assertThat(secondPerson()).isFalse();
        assertThat(body(call("listFeeds", "", Role.ADMIN)).at("/feeds/0").has("act"))
                .isFalse();
        clock.pass(Duration.ofSeconds(1));
        set(TRUSTED, Role.ADMIN);
        assertThat(secondPerson()).as("set anew, agreed to anew").isTrue();
        assertThat(acts.decided())
                .filteredOn(request -> request.act() instanceof AdminAct.DistrustFeed)
                .as("the end of what was agreed to")
                .hasSize(1);
    }

    @Test
    void shouldLetNothingOutAfterARefusal() throws IOException {
        acts.refuse("drew", body(set(TRUSTED, Role.ADMIN)).path("act").asText(), "no");

        assertThat(secondPerson()).isTrue();
    }

    private boolean secondPerson() throws IOException {
        return body(call("listFeeds", "", Role.AUDITOR))
                .at("/feeds/0/secondPerson")
                .asBoolean();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "met"                        | "Met Office"       | /name
            http://127.0.0.1/cap.atom    | ftp://127.0.0.1/   | /url
            http://127.0.0.1/cap.atom    | x                  | /url
            ["water@port-maravel.example"] | []               | /senders
            ["water@port-maravel.example"] | ["a b"]          | /senders
            "lenient"                    | "sloppy"           | /mode
            "weather"                    | "wether"           | /topic
            30                           | 1                  | /intervalSeconds
            "mode"                       | "active": 1, "mode" | /active
            "mode"                       | "secondPerson": false, "mode" | /reason
            """)
    void shouldSayWhatIsWrongWithAFeed(String right, String wrong, String path) {
        assertThat(FORM).contains(right);

        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> set(FORM.replace(right, wrong), Role.ADMIN));

        assertThat(e.problem().status()).isEqualTo(422);
        assertThat(e.problem().violations())
                .singleElement()
                .satisfies(v -> assertThat(v.path()).isEqualTo(path));
        assertThat(store.feeds).isEmpty();
    }

    @Test
    void shouldTakeFeedsFromAdministratorsOnly() {
        for (Role role : List.of(Role.AUTHOR, Role.APPROVER, Role.AUDITOR, Role.PARTNER)) {
            ProblemException e = catchThrowableOfType(ProblemException.class, () -> set(FORM, role));
            assertThat(e.problem().status()).isEqualTo(403);
        }
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> set("[]", Role.ADMIN));
        assertThat(e.problem().status()).isEqualTo(400);
        assertThat(store.feeds).isEmpty();
    }

    private ApiResponse set(String body, Role role) {
        return call("setFeed", body, role);
    }

    private ApiResponse call(String operation, String body, Role role) {
        return Objects.requireNonNull(service.operations().get(operation))
                .handle(new ApiRequest(
                        operation,
                        Map.of(),
                        Map.of(),
                        Map.of("content-type", "application/json"),
                        RequestBody.of(TestHub.bytes(body)),
                        new Actor("cleo", Set.of(role)),
                        "s"));
    }

    private static JsonNode body(ApiResponse response) throws IOException {
        return Json.mapper().readTree(Json.mapper().writeValueAsBytes(response.body()));
    }
}
