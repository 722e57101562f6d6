package org.carillon.ingest.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.ingest.IngestService;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.compose.Wishes;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.ingest.office.DutyApi;
import org.carillon.ingest.office.Office;
import org.carillon.ingest.office.OfficeApi;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertApiTest {
    private static final String FORM = """
            {"status": "Actual", "category": "Health", "severity": "Severe", "urgency": "Immediate",
             "certainty": "Observed", "areas": ["D01"],
             "texts": {"en": {"event": "Water", "headline": "Boil your water", "instruction": "Boil it."}}}
            """;
    private final FakeHub hub = new FakeHub();
    private final JsonNode openApi = openApi();
    private final AlertApi api = new AlertApi(
            TestHub.CITY,
            TestHub.CATALOGUE,
            hub,
            hub,
            TestHub.submissions(hub::alerts),
            openApi,
            Map.of(),
            Map.of(),
            request -> request.header(SecondFactor.HEADER).map(code -> TestHub.NOON),
            TestHub.CLOCK);

    @Test
    void shouldHaveAnOperationForEachOfTheFile() {
        Set<String> inFile = new TreeSet<>();
        openApi.path("paths")
                .forEach(path -> path.forEach(method -> {
                    if (method.has("operationId")) {
                        inFile.add(method.path("operationId").asText());
                    }
                }));

        Set<String> handled = new TreeSet<>(api.operations().keySet());
        Office office = new FakeOffice().desk(OfficeKeys.ephemeral(), TestHub.CLOCK);
        handled.addAll(new OfficeApi(office, TestHub.CITY.pack()).operations().keySet());
        handled.addAll(new DutyApi(office, SecondFactor.NONE).operations().keySet());
        // Those of feeds, lists and the signing key are bound elsewhere; the router itself refuses to start where one
        // is
        // missing.
        handled.addAll(Set.of("listFeeds", "setFeed", "importSubscriptions", "listSigningKeys", "proposeSigningKey"));
        assertThat(handled).containsExactlyInAnyOrderElementsOf(inFile);
    }

    @Test
    void shouldTakeACapMessageAndItsRepeat() {
        ApiRequest request = cap(TestHub.cap("a", "Alert", "", TestHub.info("en", "h", TestHub.district("D01"))));

        ApiResponse first = call(request);
        ApiResponse again = call(request);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers())
                .hasEntrySatisfying("Location", l -> assertThat(l).startsWith("/api/v1/alerts/"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(hub.asked).extracting(AlertCommand::commandId).doesNotHaveDuplicates();
        assertThat(submits(0).content().contentDigest())
                .isEqualTo(submits(1).content().contentDigest());
        assertThat(first.body()).isInstanceOfSatisfying(AlertResource.class, r -> {
            assertThat(r.sent()).isEqualTo("2026-11-22T11:55:00-00:00");
            assertThat(r.links()).containsKeys("self", "approve", "preview");
            assertThat(r.areas()).containsExactly("D01");
            assertThat(r.matchedBy()).containsExactly(Map.entry("D01", "GEOCODE"));
        });
    }

    @Test
    void shouldMakeEachFormANewAlertUnlessItHasAKey() {
        call(json("createAlert", FORM));
        call(json("createAlert", FORM));
        call(keyed("createAlert", FORM, "k1"));
        call(keyed("createAlert", FORM, "k1"));
        call(keyed("createAlert", FORM.replace("Boil it.", "Drink it."), "k1"));
        call(keyed("createAlert", FORM, "k2"));

        assertThat(submits(0).alertId()).isNotEqualTo(submits(1).alertId());
        assertThat(submits(0).keyed()).isFalse();
        assertThat(submits(2).keyed()).isTrue();
        assertThat(submits(3).alertId()).isEqualTo(submits(2).alertId());
        assertThat(submits(3).content().contentDigest())
                .isEqualTo(submits(2).content().contentDigest());
        assertThat(submits(4).content().contentDigest())
                .isNotEqualTo(submits(2).content().contentDigest());
        assertThat(submits(5).alertId()).isNotEqualTo(submits(2).alertId());
        assertThat(submits(0).content().sender()).isEqualTo("water@port-maravel.example");
    }

    @Test
    void shouldTakeTopicAndPurposeFromTheQueryAsWell() {
        call(request("createAlert", Map.of(), Map.of("topic", "school", "draft", "true"), Map.of(), FORM));

        assertThat(submits(0).content().topic()).isEqualTo("school");
        assertThat(submits(0).asDraft()).isTrue();
        assertProblem(request("createAlert", Map.of(), Map.of("purpose", "spam"), Map.of(), FORM), 422);
    }

    @Test
    void shouldRefuseOthersMediaTypesRolesAndKeys() {
        assertProblem(request("createAlert", Map.of(), Map.of(), Map.of("content-type", "text/plain"), FORM), 415);
        assertProblem(request("validate", Map.of(), Map.of(), Map.of("content-type", "text/plain"), FORM), 415);
        assertProblem(json("createAlert", FORM.replace("{\"status\"", "{\"msgType\": \"Cancel\", \"status\"")), 422);
        assertProblem(keyed("createAlert", FORM, "tab\tkey"), 400);
        ApiRequest request = json("createAlert", FORM);
        assertProblem(
                new ApiRequest(
                        request.operationId(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.body(),
                        new Actor("ben", Set.of(Role.APPROVER)),
                        "s"),
                403);
        assertThat(hub.asked).isEmpty();
    }

    @Test
    void shouldLetAPartnerTakeBackOnlyItsOwn() {
        ApiRequest own = cap(TestHub.cap("a", "Alert", "", TestHub.info("en", "h", TestHub.district("D01"))));
        ApiRequest cancel = cap(TestHub.cap(
                "c", "Cancel", "<references>water@port-maravel.example,a,2026-11-22T11:55:00-00:00</references>", ""));
        Alert others = put("b", AlertState.ISSUED);

        assertThat(call(as(Role.PARTNER, "water@port-maravel.example", own)).status())
                .isEqualTo(201);
        assertThat(call(as(Role.PARTNER, "aggregator.example", own)).status())
                .as("somebody else's alert, which waits for a second person")
                .isEqualTo(200);
        assertProblem(as(Role.PARTNER, "weather@port-maravel.example", cancel), 403);
        assertProblem(as(Role.PARTNER, "weather@port-maravel.example", on("cancelAlert", others, "")), 403);
        assertProblem(as(Role.PARTNER, "weather@port-maravel.example", on("updateAlert", others, FORM)), 403);
        assertThat(call(as(Role.AUTHOR, "weather@port-maravel.example", own)).status())
                .isEqualTo(200);
        assertThat(hub.asked).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN,403", "NOT_FOUND,404", "CONFLICT,409", "UNPROCESSABLE,422"})
    void shouldAnswerWhatTheRouterDecided(Decision.Refusal refusal, int status) {
        hub.refusal = Optional.of(refusal);

        assertProblem(json("createAlert", FORM), status);
    }

    @Test
    void shouldSayWhereToAskWhileThereIsNoDecision() {
        hub.silent = true;

        ApiResponse response = call(json("createAlert", FORM));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.headers().get("Location"))
                .isEqualTo("/api/v1/alerts/" + submits(0).alertId());
    }

    @Test
    void shouldHandOnWhatTheApproverSays() {
        Alert alert = put("a", AlertState.PENDING_APPROVAL);

        call(on("approveAlert", alert, "{\"reason\": \"ok\", \"acknowledgeUnreviewed\": [\"es\"]}"));
        AlertCommand.Approve approve = hub.last(AlertCommand.Approve.class);
        call(on("returnAlert", alert, ""));

        assertThat(approve.reason()).isEqualTo("ok");
        assertThat(approve.acknowledgeUnreviewed()).containsExactly("es");
        assertThat(approve.actor().user()).isEqualTo("ana");
        assertThat(hub.last(AlertCommand.Return.class).reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Old Harbour, D01",
        "puerto viejo, D01",
        "الميناء القديم, D01",
        "'Puerto Viejo, D02', D01;D02",
        "PORT MARAVEL, D01;D02;D03;D04;D05;D06;D07;D08;D09;D10"
    })
    void shouldHandOnWhichPlacesTheApproverTyped(String typed, String codes) {
        call(on("approveAlert", put("a", AlertState.PENDING_APPROVAL), "{\"placeName\": \"" + typed + "\"}"));

        assertThat(hub.last(AlertCommand.Approve.class).places()).containsExactly(codes.split(";"));
    }

    @Test
    void shouldRefuseAPlaceThatIsNotHere() {
        assertProblem(on("approveAlert", put("a", AlertState.PENDING_APPROVAL), "{\"placeName\": \"Atlantis\"}"), 422);
    }

    @Test
    void shouldCorrectInApprovedWordsWithASecondFactor() {
        Alert issued = put("a", AlertState.ISSUED);

        ApiResponse answer = call(request(
                "correctAlert",
                Map.of("id", issued.id().value()),
                Map.of(),
                Map.of(SecondFactor.HEADER, "123456"),
                "{\"reason\": \"wrong city\", \"acknowledgeUnreviewed\": [\"en\"], \"severity\": \"Extreme\"}"));

        assertThat(answer.status()).isEqualTo(201);
        AlertCommand.Submit correction = hub.last(AlertCommand.Submit.class);
        assertThat(correction.correction()).isTrue();
        assertThat(correction.actor().secondFactorAt()).isEqualTo(TestHub.NOON);
        assertThat(correction.content().msgType()).isEqualTo(MsgType.CANCEL);
        assertThat(correction.content().severity()).isEqualTo(issued.content().severity());
        assertThat(correction.content().references())
                .singleElement()
                .satisfies(r -> assertThat(r.identifier()).isEqualTo("a"));
        assertThat(correction.remarks()).isEqualTo(new AlertCommand.Remarks("wrong city", List.of("en"), false));
        assertThat(correction.renditions())
                .isNotEmpty()
                .allSatisfy(rendition -> assertThat(rendition.body())
                        .contains("CORRECTION", "sent in error", "no danger", "not need to do anything")
                        .doesNotContain("Boil it"));
    }

    @Test
    void shouldNeverHoldUpACorrectionForWantOfRoom() {
        String event = "Water ".repeat(118).strip();
        Alert before = putCap(
                TestHub.cap("a", "Alert", "", TestHub.info("en", "Boil your water", TestHub.district("D01")))
                        .replaceFirst("<event>[^<]*", "<event>" + event),
                AlertState.ISSUED);

        assertThat(call(on("correctAlert", before, "{}")).status()).isEqualTo(201);
        assertThat(hub.last(AlertCommand.Submit.class).content().texts().get("en"))
                .isNotNull()
                .extracting(AlertText::event, AlertText::instruction)
                .containsExactly(event, null);
    }

    @Test
    void shouldCorrectOnlyWhatIsInForceAndInNoOtherWords() {
        assertProblem(on("correctAlert", put("a", AlertState.ISSUED), FORM), 422);
        assertProblem(on("correctAlert", put("b", AlertState.EXPIRED), "{}"), 409);
        assertProblem(on("correctAlert", put("c", AlertState.PENDING_APPROVAL), "{}"), 409);
        assertThat(hub.asked).isEmpty();

        call(on("correctAlert", put("d", AlertState.ISSUED), ""));
        assertThat(hub.last(AlertCommand.Submit.class).actor().secondFactorAt()).isNull();
        call(as(Role.APPROVER, "weather@port-maravel.example", on("correctAlert", put("e", AlertState.ISSUED), "")));
        assertThat(hub.asked)
                .as("an approver corrects what others have published")
                .hasSize(2);
    }

    @Test
    void shouldHandOnWhyAndWhatIsAcknowledged() {
        Alert issued = put("a", AlertState.ISSUED);

        call(on("cancelAlert", issued, "{\"reason\": \"mended\", \"acknowledgeUnreviewed\": [\"es\"]}"));

        assertThat(hub.last(AlertCommand.Submit.class).remarks())
                .isEqualTo(new AlertCommand.Remarks("mended", List.of("es"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[]", "\"x\"", "{\"acknowledgeUnreviewed\": \"es\"}", "{\"acknowledgeUnreviewed\": [null]}"
            })
    void shouldRefuseADecisionThatCannotBeRead(String body) {
        assertProblem(on("approveAlert", put("a", AlertState.PENDING_APPROVAL), body), 400);
    }

    @Test
    void shouldFollowOnlyWhatWasIssuedAndKnowARepeatByItsKey() {
        Alert issued = put("a", AlertState.ISSUED);
        assertThat(call(on("cancelAlert", issued, "")).status()).isEqualTo(201);
        assertThat(hub.last(AlertCommand.Submit.class).content().references())
                .singleElement()
                .satisfies(r -> assertThat(r.identifier()).isEqualTo("a"));

        Alert cancelled = put("b", AlertState.CANCELLED);
        assertProblem(on("cancelAlert", cancelled, ""), 409);
        ApiRequest again = request(
                "cancelAlert",
                Map.of("id", cancelled.id().value()),
                Map.of(),
                Map.of("content-type", "application/json", "idempotency-key", "k"),
                "");
        assertThat(call(again).status()).isEqualTo(201);
    }

    @Test
    void shouldEditUnderTheSameIdWithItsReferences() {
        Alert issued = put("a", AlertState.ISSUED);
        call(on("updateAlert", issued, "{}"));
        AlertCommand.Submit update = hub.last(AlertCommand.Submit.class);
        Alert returned = TestHub.alert(update.content(), AlertState.RETURNED);
        hub.alerts.put(returned.id(), returned);

        assertThat(call(on("editAlert", returned, FORM)).status()).isEqualTo(200);

        AlertCommand.Submit edit = hub.last(AlertCommand.Submit.class);
        assertThat(edit.alertId()).isEqualTo(returned.id());
        assertThat(edit.edit()).isTrue();
        assertThat(edit.asDraft()).isFalse();
        assertThat(edit.content().references()).isEqualTo(update.content().references());
        assertThat(edit.content().sent().toInstant())
                .isEqualTo(update.content().sent().toInstant());
    }

    @Test
    void shouldListInPagesWithLinks() {
        for (int i = 0; i < 5; i++) {
            put("a" + i, i == 0 ? AlertState.CANCELLED : AlertState.ISSUED);
        }

        ReadOperations.Page middle =
                list(Map.of("state", "issued", "area", "D01", "q", "BÓIL", "page", "2", "size", "2"));

        assertThat(middle.total()).isEqualTo(4);
        assertThat(middle.alerts()).hasSize(2);
        assertThat(middle.links()).containsOnlyKeys("self", "prev");
        assertThat(Objects.requireNonNull(middle.links().get("prev")).href())
                .isEqualTo("/api/v1/alerts?page=1&size=2&state=issued&area=D01&q=B%C3%93IL");
        assertThat(list(Map.of("page", "1", "size", "2")).links()).containsOnlyKeys("self", "next");
        assertThat(list(Map.of("page", "9")).alerts()).isEmpty();
        assertThat(list(Map.of("area", "D02")).total()).isZero();
        assertThat(list(Map.of("q", "null")).total()).isZero();
        assertThat(list(Map.of("q", "a3")).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"page,0", "page,-1", "page,x", "page,99999999999", "size,201", "size,0", "state,nope"})
    void shouldRefuseAListThatMakesNoSense(String name, String value) {
        assertProblem(request("listAlerts", Map.of(), Map.of(name, value), Map.of(), ""), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijklmnopqrstuvwxyz", "x", "../../etc"})
    void shouldNotFindWhatIsNotThere(String id) {
        for (String operation : List.of("getAlert", "getHistory", "previewAlert", "getReach", "approveAlert")) {
            assertProblem(request(operation, Map.of("id", id), Map.of(), Map.of(), ""), 404);
        }
    }

    @Test
    void shouldShowTheDistrictsAsGeoJson() throws IOException {
        JsonNode areas = body(call(request("getAreas", Map.of(), Map.of(), Map.of(), "")));

        assertThat(areas.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(areas.path("features")).hasSize(10);
        JsonNode first = areas.path("features").path(0);
        assertThat(first.at("/properties/code").asText()).isEqualTo("D01");
        assertThat(first.at("/properties/name/es").asText()).isEqualTo("Puerto Viejo");
        JsonNode ring = first.at("/geometry/coordinates/0");
        assertThat(ring.path(0)).isEqualTo(ring.path(ring.size() - 1));
        assertThat(ring.at("/0/0").asDouble()).isBetween(-18.1, -17.9);
    }

    @Test
    void shouldShowLanguagesReachAndVerdict() throws IOException {
        Alert alert = put("a", AlertState.ISSUED);

        assertThat(body(call(request("getLanguages", Map.of(), Map.of(), Map.of(), "")))
                        .at("/languages/0/code")
                        .asText())
                .isEqualTo("en");
        assertThat(body(call(on("getReach", alert, "")))
                        .at("/channels/sms/queued")
                        .asInt(-1))
                .isZero();
        assertThat(body(call(request(
                                "validate", Map.of(), Map.of(), Map.of("content-type", "application/xml"), "<alert/>")))
                        .path("valid")
                        .asBoolean(true))
                .isFalse();
    }

    private Alert put(String identifier, AlertState state) {
        return putCap(
                TestHub.cap(identifier, "Alert", "", TestHub.info("en", "Boil your water", TestHub.district("D01"))),
                state);
    }

    private Alert putCap(String cap, AlertState state) {
        Alert alert = TestHub.alert(
                TestHub.submissions(List::of)
                        .prepare(TestHub.bytes(cap), new Wishes(null, null, List.of(), false))
                        .content(),
                state);
        hub.alerts.put(alert.id(), alert);
        return alert;
    }

    private AlertCommand.Submit submits(int index) {
        return (AlertCommand.Submit) hub.asked.get(index);
    }

    private ReadOperations.Page list(Map<String, String> query) {
        return (ReadOperations.Page)
                call(request("listAlerts", Map.of(), query, Map.of(), "")).body();
    }

    private ApiResponse call(ApiRequest request) {
        return Objects.requireNonNull(api.operations().get(request.operationId()))
                .handle(request);
    }

    private void assertProblem(ApiRequest request, int status) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> call(request));
        assertThat(e).as("%s", request.operationId()).isNotNull();
        assertThat(e.problem().status()).isEqualTo(status);
    }

    private static ApiRequest as(Role role, String sender, ApiRequest request) {
        return new ApiRequest(
                request.operationId(),
                request.path(),
                request.query(),
                request.headers(),
                request.body(),
                new Actor("pam", Set.of(role)),
                sender);
    }

    private static ApiRequest cap(String text) {
        return request(
                "createAlert", Map.of(), Map.of(), Map.of("content-type", "application/cap+xml; charset=utf-8"), text);
    }

    private static ApiRequest json(String operation, String body) {
        return request(operation, Map.of(), Map.of(), Map.of(), body);
    }

    private static ApiRequest keyed(String operation, String body, String key) {
        return request(operation, Map.of(), Map.of(), Map.of("idempotency-key", key), body);
    }

    private static ApiRequest on(String operation, Alert alert, String body) {
        return request(operation, Map.of("id", alert.id().value()), Map.of(), Map.of(), body);
    }

    private static ApiRequest request(
            String operation,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {
        Map<String, String> all = new HashMap<>(Map.of("content-type", "application/json"));
        all.putAll(headers);
        return new ApiRequest(
                operation,
                path,
                query,
                all,
                RequestBody.of(TestHub.bytes(body)),
                new Actor("ana", Set.of(Role.AUTHOR)),
                "water@port-maravel.example");
    }

    private static JsonNode body(ApiResponse response) throws IOException {
        return Json.mapper().readTree(Json.mapper().writeValueAsBytes(response.body()));
    }

    private static JsonNode openApi() {
        try {
            return Json.mapper().readTree(IngestService.class.getResourceAsStream("openapi.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
