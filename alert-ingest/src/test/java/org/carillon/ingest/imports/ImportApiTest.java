package org.carillon.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.KeyRing;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.resident.SubscriptionCommand;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportApiTest {
    private static final String LIST = """
            contact,language,areas,topics,level,format,consentAt,consentText,proof
            +34612345678,es,D01,,,,2024-05-31T18:00:00+02:00,Sí.,archivo 12
            +34612345679,en,D02,,,,2024-05-31T18:00:00+02:00,Yes.,
            +34612345670,en,D02,,,,2024-05-31T18:00:00+02:00,Yes.,archive 13
            """;

    private final FakeOffice office = new FakeOffice();
    private final FakeResidents residents = new FakeResidents();
    private final HandClock clock = new HandClock(TestHub.NOON);
    private final Acts acts = office.desk(OfficeKeys.ephemeral(), clock).acts();
    private KeyRing keys;
    private ImportApi api;

    @BeforeEach
    void open(@TempDir Path temp) {
        keys = KeyRing.open(
                temp, List.of(TestHub.CITY.pack().purposes().getFirst().id()), clock);
        api = new ImportApi(
                new Imports(TestHub.CITY.pack(), residents, keys, acts, null, Duration.ofSeconds(20), clock));
    }

    @Test
    void shouldTakeAListInOnceTwoAdministratorsHaveSentTheVerySame() {
        // Given
        ApiResponse first = bring("root", LIST);
        assertThat(first.status()).isEqualTo(200);
        assertThat(body(first).path("state").asText()).isEqualTo("waiting-for-second-person");
        assertThat(body(first).path("accepted").asInt()).isEqualTo(2);
        assertThat(first.headers())
                .containsEntry("Location", body(first).path("act").asText());
        assertThat(body(bring("root", LIST)).path("state").asText())
                .as("not alone")
                .isEqualTo("waiting-for-second-person");
        assertThat(office.requests()).hasSize(1);
        assertThat(residents.there).isEmpty();

        // When
        JsonNode done = body(bring("drew", LIST));

        // Then
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("accepted").asInt()).isEqualTo(2);
        assertThat(done.path("subscribed").asInt()).isEqualTo(2);
        assertThat(done.at("/refused/0/line").asInt()).isEqualTo(3);
        assertThat(done.at("/refused/0/rule").asText()).isEqualTo("PROOF");
        assertThat(residents.there.values())
                .extracting(declare -> declare.consent().proof())
                .containsExactlyInAnyOrder("declared by the city: archivo 12", "declared by the city: archive 13");
        assertThat(body(bring("root", LIST))).as("again").isEqualTo(done);
        assertThat(office.requests()).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(AdminRequest.State.CONFIRMED);
            assertThat(request.reason()).isEqualTo("A list of 2 numbers, brought by root");
        });
        assertThat(Json.mapper().valueToTree(office.requests()).toString() + body(first) + done)
                .doesNotContain("612345")
                .doesNotContain("archiv");
    }

    @Test
    void shouldRunAfterAConfirmationOfTheActAndAskWhereItIsToldTo() {
        String act = body(bring("root", LIST, Map.of("confirm", "true", "reason", "Old flood list")))
                .path("act")
                .asText();
        AdminRequest request = acts.confirm("drew", act.substring(act.lastIndexOf('/') + 1), null);

        JsonNode done = body(bring("root", LIST, Map.of("confirm", "true")));

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("asked").asInt()).isEqualTo(2);
        assertThat(residents.there.values()).allMatch(SubscriptionCommand.Declare::confirm);
        assertThat(request.reason()).isEqualTo("Old flood list");
        assertThat(((AdminAct.Permit) request.act()).subject())
                .isEqualTo("city-alerts: 3 lines, 2 to take in, each has to answer YES");
        assertThat(body(bring("root", LIST)).path("state").asText())
                .as("the other way is another act")
                .isEqualTo("waiting-for-second-person");
        assertThat(body(bring("drew", LIST + "\n", Map.of("confirm", "true")))
                        .path("state")
                        .asText())
                .as("one byte more is another list")
                .isEqualTo("waiting-for-second-person");
    }

    @Test
    void shouldBringNobodyBackWhoHasLeft() {
        bring("root", LIST);
        bring("drew", LIST);
        ContactId gone = keys.contactId(E164.of("+34612345678"));
        residents.leave(gone, clock.instant());

        JsonNode again = body(bring("root", LIST));

        assertThat(again.path("accepted").asInt()).isEqualTo(1);
        assertThat(again.at("/refused/0/line").asInt()).isEqualTo(2);
        assertThat(again.at("/refused/0/rule").asText()).isEqualTo("LEFT");
        assertThat(residents.there).doesNotContainKey(gone);
    }

    @Test
    void shouldNeedTwoPersonsAnewAfterHalfADay() {
        bring("root", LIST);
        bring("drew", LIST);
        clock.pass(Duration.ofHours(13));

        assertThat(body(bring("root", LIST)).path("state").asText()).isEqualTo("waiting-for-second-person");
        assertThat(body(bring("drew", LIST)).path("already").asInt()).isEqualTo(2);
    }

    @Test
    void shouldSayThatItTakesLongerAndGoOnWhereKafkaWasAway() {
        bring("root", LIST);
        residents.away = true;
        assertProblem(() -> bring("drew", LIST), 503);
        residents.away = false;
        residents.slow = true;

        JsonNode running = body(bring("drew", LIST));
        assertThat(running.path("state").asText()).isEqualTo("running");
        assertThat(running.path("next").asText()).contains("2 lines");
        residents.slow = false;

        JsonNode done = body(bring("root", LIST));
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("subscribed").asInt()).isEqualTo(2);
    }

    @Test
    void shouldAskNobodyToAgreeToNothing() {
        JsonNode nothing = body(bring("root", LIST.lines().limit(1).toList().getFirst()));

        assertThat(nothing.path("state").asText()).isEqualTo("nothing-to-import");
        assertThat(office.requests()).isEmpty();
    }

    @Test
    void shouldSayWhoMayAndWhatIsMissing() {
        assertProblem(() -> call("ana", Role.APPROVER, "text/csv", LIST, Map.of()), 403);
        assertProblem(() -> call("root", Role.ADMIN, "application/json", LIST, Map.of()), 415);
        assertProblem(() -> bring("root", "contact\n"), 422);
        assertProblem(() -> bring("root", LIST, Map.of("confirm", "maybe")), 400);
        assertProblem(() -> bring("root", LIST, Map.of("purpose", "parking")), 422);
        assertThat(office.requests()).isEmpty();
    }

    @Test
    void shouldNotTellTheListByItsDigest() {
        bring("root", LIST);

        String digest = ((AdminAct.Permit) office.requests().iterator().next().act()).digest();

        assertThat(digest).hasSize(26);
        assertThat(keys.fingerprint("a")).isNotEqualTo(keys.fingerprint("b"));
    }

    private ApiResponse bring(String user, String list) {
        return bring(user, list, Map.of());
    }

    private ApiResponse bring(String user, String list, Map<String, String> query) {
        return call(user, Role.ADMIN, "text/csv; charset=utf-8", list, query);
    }

    private ApiResponse call(String user, Role role, String type, String list, Map<String, String> query) {
        ApiRequest request = new ApiRequest(
                "importSubscriptions",
                Map.of(),
                new HashMap<>(query),
                Map.of("content-type", type),
                RequestBody.of(list.getBytes(StandardCharsets.UTF_8)),
                new Actor(user, Set.of(role)),
                "s");
        return Objects.requireNonNull(api.operations().get("importSubscriptions"))
                .handle(request);
    }

    private static JsonNode body(ApiResponse response) {
        return Json.mapper().valueToTree(response.body());
    }

    private static void assertProblem(Runnable call, int status) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }
}
