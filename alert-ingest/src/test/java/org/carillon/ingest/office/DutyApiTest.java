package org.carillon.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.E164;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutyApiTest {
    private static final String NUMBER = "+15005550842";

    private final FakeOffice office = new FakeOffice();
    private int codes;
    private final DutyApi api = new DutyApi(office.desk(OfficeKeys.ephemeral(), TestHub.CLOCK), request -> {
        codes++;
        return request.header(SecondFactor.HEADER).map(code -> TestHub.NOON);
    });

    @BeforeEach
    void officers() {
        office.put(new Account("bo", "Bo", Set.of(Role.APPROVER), "s", "$argon2id$x", Set.of("t"), true, TestHub.NOON));
        office.put(new Account("feed", "F", Set.of(Role.PARTNER), "s", "$argon2id$x", Set.of("t"), true, TestHub.NOON));
    }

    @Test
    void shouldSetChangeAndEndWithoutShowingTheNumber() {
        assertThat(call("getDuty", "")).isEqualTo("{\"set\":false}");

        assertThat(call("setDuty", "{\"telephone\":\"+1 (500) 555-0842\",\"deputy\":true}"))
                .isEqualTo("{\"set\":true,\"endsWith\":\"42\",\"deputy\":true}");
        assertThat(office.open(duty().contact())).isEqualTo(E164.of(NUMBER));
        assertThat(Json.mapper().valueToTree(office.account("bo").orElseThrow()).toString())
                .doesNotContain("5550842");
        assertThat(call("setDuty", "{\"deputy\":false}"))
                .as("the number stays")
                .isEqualTo("{\"set\":true,\"endsWith\":\"42\",\"deputy\":false}");
        assertThat(call("getDuty", "")).isEqualTo("{\"set\":true,\"endsWith\":\"42\",\"deputy\":false}");

        assertThat(call("endDuty", "")).isEqualTo("{\"set\":false}");
        assertThat(call("endDuty", "")).as("a repeat").isEqualTo("{\"set\":false}");
        assertThat(office.account("bo").orElseThrow().duty()).isNull();
    }

    @Test
    void shouldAskForTheSecondFactorBeforeAnythingChanges() {
        call("setDuty", "{\"telephone\":\"" + NUMBER + "\"}");

        refused("setDuty", "{\"telephone\":\"+15005550843\"}", "bo", false, 403);
        refused("endDuty", "", "bo", false, 403);

        assertThat(office.open(duty().contact())).isEqualTo(E164.of(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"telephone\":\"\"}",
                "{\"telephone\":\"612345678\"}",
                "{\"telephone\":\"0034612345678\"}",
                "{\"telephone\":\"+3461\"}",
                "{\"telephone\":\"+346123456789012\"}",
                "{\"telephone\":\"+999612345678\"}",
                "{\"telephone\":\"+1800FLOWERS\"}",
                "{\"telephone\":\"+34612345678;ext=5\"}"
            })
    void shouldRefuseWhatIsNoNumberWithoutRepeatingItOrUsingUpACode(String body) {
        ProblemException problem = refused("setDuty", body, "bo", true, 422);

        assertThat(problem.problem().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo("/telephone");
            assertThat(violation.message()).doesNotContainPattern("[0-9]{3}");
        });
        assertThat(codes).isZero();
        assertThat(office.account("bo").orElseThrow().duty()).isNull();
    }

    @Test
    void shouldBeForOfficersOnly() {
        refused("getDuty", "", "feed", true, 403);
        refused("setDuty", "{\"telephone\":\"" + NUMBER + "\"}", "feed", true, 403);
        refused("endDuty", "", "feed", true, 403);
        refused("setDuty", "nonsense " + NUMBER, "bo", true, 400);
    }

    private Duty duty() {
        return Optional.ofNullable(office.account("bo").orElseThrow().duty()).orElseThrow();
    }

    private ProblemException refused(String operation, String body, String user, boolean code, int status) {
        ProblemException[] problem = new ProblemException[1];
        assertThatThrownBy(() -> call(operation, body, user, code))
                .isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e);
        assertThat(problem[0].problem().status()).isEqualTo(status);
        assertThat(problem[0].problem().toString()).doesNotContain("5550842");
        return problem[0];
    }

    private String call(String operation, String body) {
        return call(operation, body, "bo", true);
    }

    private String call(String operation, String body, String user, boolean code) {
        ApiRequest request = new ApiRequest(
                operation,
                Map.of(),
                Map.of(),
                code ? Map.of(SecondFactor.HEADER, "123456") : Map.of(),
                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                office.account(user).orElseThrow().actor(),
                "s");
        return Json.mapper()
                .valueToTree(Objects.requireNonNull(api.operations().get(operation))
                        .handle(request)
                        .body())
                .toString();
    }
}
