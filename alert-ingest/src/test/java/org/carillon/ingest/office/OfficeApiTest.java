package org.carillon.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.auth.Secrets;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.station.StationAccount;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfficeApiTest {
    private final FakeOffice office = new FakeOffice();
    private final OfficeApi api =
            new OfficeApi(office.desk(OfficeKeys.ephemeral(), TestHub.CLOCK), TestHub.CITY.pack());

    @BeforeEach
    void officers() {
        office.put(new Account("ana", "Ana", Set.of(Role.AUTHOR), "s", "$argon2id$x", Set.of("t"), true, TestHub.NOON));
        office.put(
                new StationAccount("radio-sol", "Radio Sol", List.of("es"), List.of("D01"), "k0", true, TestHub.NOON));
    }

    @Test
    void shouldListWithoutHashes() {
        assertThat(json(call("listOfficers", Role.AUDITOR, Map.of(), "")))
                .isEqualTo("{\"officers\":[{\"user\":\"ana\",\"displayName\":\"Ana\",\"roles\":[\"author\"],"
                        + "\"sender\":\"s\",\"active\":true,\"createdAt\":\"2026-11-22T12:00:00Z\",\"secondFactor\":false,"
                        + "\"dutyTelephone\":false}]}");
        assertThat(json(call("listStations", Role.ADMIN, Map.of(), "")))
                .contains("radio-sol")
                .doesNotContain("k0");
    }

    @Test
    void shouldOnlyProposeAndShowSecretsOnce() {
        ApiResponse response = call(
                "createOfficer",
                Role.ADMIN,
                Map.of(),
                "{\"user\":\"nia\",\"displayName\":\"Nia\",\"roles\":[\"approver\"],\"reason\":\"new\"}");
        JsonNode body = Json.mapper().valueToTree(response.body());

        assertThat(response.status()).isEqualTo(202);
        String id = body.at("/act/id").asText();
        assertThat(response.headers()).containsEntry("Location", "/api/v1/acts/" + id);
        AdminRequest request = office.request(id).orElseThrow();
        AdminAct.CreateOfficer act = (AdminAct.CreateOfficer) request.act();
        assertThat(act.tokenHashes())
                .containsExactly(Secrets.tokenHash(body.path("token").asText()));
        assertThat(Secrets.passwordMatches(body.path("password").asText(), Objects.requireNonNull(act.passwordHash())))
                .isTrue();
        assertThat(office.account("nia")).isEmpty();
        String later = json(call("getAct", Role.ADMIN, Map.of("id", id), ""))
                + json(call("listActs", Role.ADMIN, Map.of(), ""));
        assertThat(later)
                .contains("\"create-officer\"")
                .doesNotContain("argon2id")
                .doesNotContain("Hash");
    }

    @Test
    void shouldChangeOnlyWhatIsNamed() {
        call("changeOfficer", Role.ADMIN, Map.of("user", "ana"), "{\"active\":false,\"reason\":\"left\"}");
        call("changeStation", Role.ADMIN, Map.of("id", "radio-sol"), "{\"areas\":[],\"reason\":\"whole city\"}");

        assertThat(office.requests())
                .extracting(AdminRequest::act)
                .containsExactlyInAnyOrder(
                        new AdminAct.ChangeOfficer("ana", "Ana", Set.of(Role.AUTHOR), "s", false),
                        new AdminAct.ChangeStation("radio-sol", "Radio Sol", List.of("es"), List.of(), true));
    }

    @Test
    void shouldSayAllThatIsMissingAndWhoMay() {
        assertProblem(() -> call("createOfficer", Role.ADMIN, Map.of(), "{}"), 422, 4);
        assertProblem(
                () -> call(
                        "createStation",
                        Role.ADMIN,
                        Map.of(),
                        "{\"id\":\"x1\",\"name\":\"X\",\"languages\":[\"tlh\"],\"areas\":[\"D99\"],\"reason\":\"r\"}"),
                422,
                2);
        assertProblem(() -> call("createOfficer", Role.ADMIN, Map.of(), "[1]"), 400, 0);
        assertProblem(() -> call("createOfficer", Role.AUTHOR, Map.of(), "{}"), 403, 0);
        assertProblem(() -> call("confirmAct", Role.AUDITOR, Map.of("id", "a"), ""), 403, 0);
        assertProblem(() -> call("listOfficers", Role.AUTHOR, Map.of(), ""), 403, 0);
        assertProblem(() -> call("changeOfficer", Role.ADMIN, Map.of("user", "zoe"), "{}"), 404, 0);
    }

    private ApiResponse call(String operation, Role role, Map<String, String> path, String body) {
        ApiRequest request = new ApiRequest(
                operation,
                path,
                Map.of(),
                Map.of(),
                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                new Actor("root", Set.of(role)),
                "s");
        return Objects.requireNonNull(api.operations().get(operation)).handle(request);
    }

    private static String json(ApiResponse response) {
        return Json.mapper().valueToTree(response.body()).toString();
    }

    private static void assertProblem(Runnable call, int status, int violations) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(status);
            assertThat(e.problem().violations()).hasSize(violations);
        });
    }
}
