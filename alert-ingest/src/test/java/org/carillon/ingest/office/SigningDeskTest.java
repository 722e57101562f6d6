package org.carillon.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carillon.ingest.HandClock;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.auth.Brake;
import org.carillon.ingest.auth.Passwords;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.ingest.kafka.OfficeCommands;
import org.carillon.ingest.signature.CapSigner;
import org.carillon.ingest.signature.SignatureVerifier;
import org.carillon.ingest.signature.TestIdentity;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.command.Decision.Refusal;
import org.carillon.schemas.keys.SigningIdentity;
import org.carillon.schemas.keys.SigningKeys;
import org.carillon.schemas.office.OfficeDecision;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningDeskTest {
    private static final byte[] CAP = TestHub.bytes(
            TestHub.cap("a", "Alert", "", TestHub.info("en", "Boil your water", TestHub.district("D01"))));

    private final FakeOffice office = new FakeOffice();
    private final HandClock clock = new HandClock(Clock.systemUTC().instant());

    @TempDir
    Path temp;

    private Path folder;
    private SigningKeys ring;
    private SigningDesk desk;

    @BeforeEach
    void open() {
        folder = temp.resolve("keys");
        ring = TestIdentity.ringIn(folder);
        desk = new SigningDesk(ring, office, clock);
    }

    @Test
    void shouldSignWithAnotherKeyOnceASecondAdministratorHasConfirmedIt() throws IOException {
        // Given
        SigningDesk second = new SigningDesk(TestIdentity.open(folder), office, clock);
        byte[] before = sign(desk);

        // When
        ApiResponse proposed = call("proposeSigningKey", "root", Role.ADMIN, "{\"reason\":\"yearly\"}");

        // Then
        assertThat(proposed.status()).isEqualTo(202);
        String act = String.valueOf(proposed.headers().get("Location"));
        assertThat(act).startsWith("/api/v1/acts/");
        JsonNode waiting = keys();
        assertThat(waiting.findValuesAsText("state")).containsExactly("current", "proposed");
        assertThat(waiting.at("/keys/1/act").asText()).isEqualTo(act);
        assertThat(waiting.findValuesAsText("pem")).allMatch(pem -> pem.startsWith("-----BEGIN CERTIFICATE"));
        assertThat(sign(desk)).as("signed by the old one").satisfies(cap -> assertValid(cap, TestIdentity.HUB));
        assertThat(desk.pem()).isEqualTo(TestIdentity.HUB.pem());

        // When: the one who proposed it tries alone
        String id = act.substring(OfficeApi.ACTS.length());
        assertThatThrownBy(() -> acts().confirm("root", id, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(403));
        assertThat(desk.get()).isEqualTo(TestIdentity.HUB);
        acts().confirm("second", id, null);

        // Then: whoever starts now has it, and so have those that run, one after the other
        SigningDesk restarted = new SigningDesk(TestIdentity.open(folder), office, clock);
        SigningIdentity key = restarted.get();
        assertThat(key.fingerprint())
                .isEqualTo(waiting.at("/keys/1/fingerprint").asText());
        assertThat(second.get()).isEqualTo(key);
        byte[] after = sign(desk);
        assertValid(after, key);
        assertThat(state(after, TestIdentity.HUB)).isNotEqualTo(SignatureState.VALID);
        assertValid(before, TestIdentity.HUB);
        assertThat(state(before, key)).isNotEqualTo(SignatureState.VALID);
        assertThat(desk.pem()).isEqualTo(key.pem() + TestIdentity.HUB.pem());
        JsonNode changed = keys();
        assertThat(changed.findValuesAsText("state")).containsExactly("current", "former");
        assertThat(changed.findValuesAsText("since"))
                .containsOnly(clock.instant().toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).doesNotContain("signing.json");
        }
        assertThat(new SigningDesk(TestIdentity.open(folder), new FakeOffice(), clock).get())
                .as("the data of an older backup")
                .isEqualTo(key);
    }

    @Test
    void shouldDestroyWhatNobodyCanConfirmAnyMore() {
        // Given
        String refused = propose();
        String waits = propose();
        desk.tidy();
        assertThat(proposals()).hasSize(2);

        // When
        acts().refuse("second", refused, "no");
        desk.tidy();

        // Then
        assertThat(proposals()).hasSize(1);
        clock.pass(Duration.ofDays(7));
        desk.tidy();
        assertThat(proposals()).hasSize(1);
        clock.pass(Duration.ofDays(2));
        desk.tidy();
        assertThat(proposals()).isEmpty();
        assertThatThrownBy(() -> acts().confirm("second", waits, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
        assertThat(desk.get()).isEqualTo(TestIdentity.HUB);
    }

    @Test
    void shouldKeepNoKeyOfAProposalThatTheRouterRefused() {
        Acts refusing = acts(
                command -> Optional.of(new OfficeDecision.Refused(command.commandId(), Refusal.FORBIDDEN, "only one")));
        Acts unheard = acts(command -> Optional.empty());

        assertThatThrownBy(() -> desk.propose(refusing, "root", "r")).isInstanceOf(ProblemException.class);
        assertThat(proposals()).isEmpty();
        assertThatThrownBy(() -> desk.propose(unheard, "root", "r")).isInstanceOf(ProblemException.class);
        assertThat(proposals()).as("it may be decided yet").hasSize(1);
        assertThat(desk.all()).hasSize(1);
        assertThatThrownBy(() -> call("proposeSigningKey", "ana", Role.AUDITOR, "{\"reason\":\"x\"}"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> call("proposeSigningKey", "root", Role.ADMIN, "{}"))
                .isInstanceOf(ProblemException.class);
    }

    private String propose() {
        return desk.propose(acts(), "root", "yearly").id();
    }

    private List<SigningKeys.Listed> proposals() {
        return TestIdentity.open(folder).all().stream()
                .filter(key -> key.state() == SigningKeys.State.PROPOSED)
                .toList();
    }

    private Acts acts() {
        return acts(office);
    }

    private Acts acts(OfficeCommands commands) {
        return new Acts(
                commands,
                office,
                new Passwords(FakeOffice.SECRETS, office::account, new Brake(clock)),
                FakeOffice.SECRETS,
                clock,
                act -> SigningDesk.requireThere(ring, act));
    }

    private JsonNode keys() {
        return Json.mapper()
                .valueToTree(call("listSigningKeys", "ana", Role.AUTHOR, "").body());
    }

    private ApiResponse call(String operation, String user, Role role, String body) {
        ApiRequest request = new ApiRequest(
                operation,
                Map.of(),
                Map.of(),
                Map.of(),
                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                new Actor(user, Set.of(role)),
                "s");
        return Objects.requireNonNull(
                        new SigningKeyApi(acts(), desk).operations().get(operation))
                .handle(request);
    }

    private static byte[] sign(SigningDesk by) {
        return new CapSigner(by.get()).sign(CAP);
    }

    private static void assertValid(byte[] cap, SigningIdentity key) {
        assertThat(state(cap, key)).isEqualTo(SignatureState.VALID);
    }

    private static SignatureState state(byte[] cap, SigningIdentity key) {
        return new SignatureVerifier()
                .check(cap, List.of(TestIdentity.pinned(key)), TestHub.NOON)
                .state();
    }
}
