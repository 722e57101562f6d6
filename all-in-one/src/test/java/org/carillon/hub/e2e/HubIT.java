package org.carillon.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.carillon.hub.cli.CommandRunner;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.hub.demo.DemoStory;
import org.carillon.hub.demo.Phone;
import org.carillon.hub.demo.PushAddress;
import org.carillon.hub.start.Recovery;
import org.carillon.hub.start.RecoveryRefusedException;
import org.carillon.ingest.IngestService;
import org.carillon.ingest.signature.SignatureVerifier;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.codec.CapVerdict;
import org.carillon.schemas.city.PinnedKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The hub by its API and its telephones. */
@ExtendWith(SharedHub.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // before all tests
    private RunningHub hub;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Officer author;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Officer approver;

    private final DemoHttp http = new DemoHttp();

    @BeforeAll
    void start(RunningHub shared) {
        hub = shared;
        author = new Officer(hub.demo().baseUrl(), hub.token("author"));
        approver = new Officer(hub.demo().baseUrl(), hub.token("approver"));
    }

    @AfterAll
    void stop() {
        http.close();
    }

    @Test
    void shouldTellTheStoryOfTheDemo() {
        // Given
        StringWriter told = new StringWriter();

        // When
        DemoStory.Outcome outcome =
                new DemoStory(hub.demo(), PushAddress.LOOPBACK, new PrintWriter(told, true), Clock.systemUTC()).play();

        // Then
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.ok()).isTrue();
        assertThat(outcome.channels().get("sms")).hasSize(9);
        assertThat(outcome.channels().get("web")).hasSize(9);
        assertThat(outcome.channels().get("radio")).hasSize(12);
        assertThat(outcome.channels().get("push")).hasSize(3);
        assertThat(told.toString()).contains("Boil water for one minute", "Hierva el agua", "يرجى غلي الماء");
    }

    @Test
    void shouldLetNothingOutBeforeTheSecondPersonAgrees() {
        // Given
        Phone resident = joined("+15005570101", "JOIN D01", "YES");
        Officer.Answer alert = author.json("/alerts", form("D01"), Map.of());

        // When
        Officer.Answer own = author.json("/alerts/" + alert.id() + "/approve", Map.of(), Map.of());

        // Then
        assertThat(alert.status()).isEqualTo(201);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.body().path("detail").asText()).contains("second person");
        assertThat(resident.received()).hasSize(2);
        assertThat(reach(alert.id()).path("audience").asInt()).isZero();

        // When
        Officer.Answer approved = approver.json("/alerts/" + alert.id() + "/approve", Map.of(), Map.of());

        // Then
        assertThat(approved.status()).isEqualTo(200);
        assertThat(resident.next("The alert").body())
                .contains(
                        "Boil it for a minute.",
                        alert.body().path("verificationCode").asText());
    }

    @Test
    void shouldTakeTwoAdministratorsAndSignInAtTheConsole() {
        // Given
        Officer admin = new Officer(hub.demo().baseUrl(), hub.token("admin"));
        Officer second = new Officer(hub.demo().baseUrl(), hub.token("admin2"));

        // When
        Officer.Answer proposed = admin.json(
                "/officers",
                Map.of("user", "nia", "displayName", "Nia", "roles", List.of("auditor"), "reason", "new colleague"),
                Map.of());

        // Then
        assertThat(proposed.status()).isEqualTo(202);
        String act = proposed.body().at("/act/id").asText();
        Officer nia =
                new Officer(hub.demo().baseUrl(), proposed.body().path("token").asText());
        assertThat(nia.get("/officers").status()).isEqualTo(401);
        assertThat(admin.json("/acts/" + act + "/confirm", Map.of(), Map.of()).status())
                .isEqualTo(403);

        // When
        Officer.Answer confirmed = second.json("/acts/" + act + "/confirm", Map.of("reason", "met her"), Map.of());

        // Then
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(second.json("/acts/" + act + "/confirm", Map.of(), Map.of()).status())
                .isEqualTo(409);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nia.get("/officers").status()).isEqualTo(200));
        assertThat(nia.json("/officers", Map.of("user", "x"), Map.of()).status())
                .isEqualTo(403);

        // And: the same code opens the console once
        DemoFile.Officer known = hub.demo().officers().get("admin");
        ConsoleSession console = new ConsoleSession(hub.demo().baseUrl());
        String code = ConsoleSession.code(
                Objects.requireNonNull(Objects.requireNonNull(known).totpSecret()));
        assertThat(console.signIn(known.user(), known.password(), code)).isEqualTo(303);
        assertThat(console.get("/console/officers")).contains("Nia").contains("Auditor");
        assertThat(new ConsoleSession(hub.demo().baseUrl()).signIn(known.user(), known.password(), code))
                .as("a code that was used")
                .isEqualTo(422);
    }

    @Test
    void shouldTakeInTheListOfTwoAdministratorsAndNobodyOfItWhoHasLeft() {
        // Given
        Officer admin = new Officer(hub.demo().baseUrl(), hub.token("admin"));
        Officer second = new Officer(hub.demo().baseUrl(), hub.token("admin2"));
        Phone spanish = new Phone(http, hub.demo().simulatorUrl(), "+15005570901");
        Phone arabic = new Phone(http, hub.demo().simulatorUrl(), "+15005570902");
        String list = """
                contact,language,areas,topics,level,format,consentAt,consentText,proof
                +1 500 557 0901,es,D10,,,,2024-05-31T18:00:00+02:00,"Sí, avísenme.",archivo 12
                +15005570902,ar,70114,,,,2024-05-31T18:00:00+02:00,نعم,archive 13
                +15005570903,en,D10,,,,2024-05-31T18:00:00+02:00,Yes,
                """;

        // When
        JsonNode proposed = admin.csv("/subscriptions/import", list).body();
        JsonNode done = second.csv("/subscriptions/import", list).body();
        String first = issue("D10");

        // Then
        assertThat(proposed.path("state").asText()).isEqualTo("waiting-for-second-person");
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("subscribed").asInt()).isEqualTo(2);
        assertThat(done.at("/refused/0/rule").asText()).isEqualTo("PROOF");
        awaitAlert(spanish, first);
        awaitAlert(arabic, first);

        // When
        spanish.text("FORGET");
        spanish.text("FORGET " + digits(spanish));
        await().atMost(PATIENCE)
                .until(() -> admin.csv("/subscriptions/import", list)
                                .body()
                                .path("accepted")
                                .asInt()
                        == 1);
        JsonNode again = admin.csv("/subscriptions/import", list).body();
        String next = issue("D10");

        // Then
        assertThat(again.at("/refused/0/rule").asText()).isEqualTo("LEFT");
        awaitAlert(arabic, next);
        await().atMost(PATIENCE).until(() -> reach(next).path("complete").asBoolean());
        assertThat(alerts(spanish, next)).isZero();
        assertThat(alerts(spanish, first)).isEqualTo(1);
        assertThat(alerts(arabic, first)).isEqualTo(1);

        // And: who has to answer YES is asked once, whatever is sent again
        Phone asked = new Phone(http, hub.demo().simulatorUrl(), "+15005570904");
        String more = list.lines().findFirst().orElseThrow() + "\n"
                + list.lines().toList().get(1).replace("0901", "0904");
        admin.csv("/subscriptions/import?confirm=true", more);
        assertThat(second.csv("/subscriptions/import?confirm=true", more)
                        .body()
                        .path("asked")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.csv("/subscriptions/import?confirm=true", more)
                        .body()
                        .path("asked")
                        .asInt())
                .isEqualTo(1);
        assertThat(asked.next("The question").body()).contains("SI");
        asked.text("SI");
        asked.next("The confirmation");
        assertThat(asked.received()).hasSize(2);
    }

    private String digits(Phone phone) {
        await().atMost(PATIENCE).until(() -> phone.received().getLast().body().matches("(?s).*\\b[1-9]\\d{5}\\b.*"));
        return phone.received().getLast().body().replaceFirst("(?s).*?\\b([1-9]\\d{5})\\b.*", "$1");
    }

    private void awaitAlert(Phone phone, String id) {
        await().atMost(PATIENCE).until(() -> alerts(phone, id) == 1);
    }

    private long alerts(Phone phone, String id) {
        String code =
                author.get("/alerts/" + id).body().path("verificationCode").asText();
        return phone.received().stream()
                .filter(received -> received.body().contains(code))
                .count();
    }

    @Test
    void shouldReachOnlyTheDistrictInItsLanguageAndNobodyAfterStop() {
        // Given
        Phone spanish = joined("+15005570201", "ALTA D02", "Sí");
        Phone arabic = joined("+15005570202", "اشتراك D02", "نعم");
        Phone elsewhere = joined("+15005570203", "JOIN D04", "yes");

        // When
        issue("D02");

        // Then
        assertThat(spanish.next("The alert").body()).contains("Hiérvala un minuto.");
        assertThat(arabic.next("The alert").body()).contains("يرجى غليه دقيقة واحدة.");
        assertThat(elsewhere.received()).hasSize(2);

        // When
        spanish.text("BAJA");
        spanish.next("The confirmation of STOP");
        int before = spanish.received().size();
        String second = issue("D02");

        // Then
        assertThat(arabic.next("The second alert").body()).contains("يرجى غليه");
        await().atMost(PATIENCE).until(() -> reach(second).path("complete").asBoolean());
        assertThat(spanish.received()).hasSize(before);
        assertThat(reach(second).path("channels").path("sms").path("audience").asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldSendTheSameOnce() {
        // Given
        Phone resident = joined("+15005570301", "JOIN D05", "YES");
        String cap = cap("once-" + Instant.now().toEpochMilli(), "D05");

        // When
        Officer.Answer first = author.cap(cap);
        Officer.Answer again = author.cap(cap);
        approver.json("/alerts/" + first.id() + "/approve", Map.of(), Map.of());
        Officer.Answer late = author.cap(cap);

        // Then
        assertThat(List.of(first.status(), again.status(), late.status())).containsExactly(201, 200, 200);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(late.body().path("state").asText()).isEqualTo("issued");
        resident.next("The alert");

        // When
        Map<String, String> key = Map.of("Idempotency-Key", "k-" + Instant.now());
        Map<String, Object> form = form("D05");
        Officer.Answer one = author.json("/alerts", form, key);
        await().until(() -> Instant.now().isAfter(Instant.parse(sent(one)).plusSeconds(1)));
        Officer.Answer two = author.json("/alerts", form, key);
        approver.json("/alerts/" + one.id() + "/approve", Map.of(), Map.of());

        // Then
        assertThat(one.status()).isEqualTo(201);
        assertThat(two.status()).isEqualTo(200);
        assertThat(two.id()).isEqualTo(one.id());
        assertThat(resident.next("The composed alert").body())
                .contains(one.body().path("verificationCode").asText());
        await().atMost(PATIENCE)
                .until(() -> reach(one.id())
                                .path("channels")
                                .path("sms")
                                .path("queued")
                                .asInt()
                        == 0);
        assertThat(resident.received()).hasSize(4);
    }

    @Test
    void shouldCancelForThoseWhoWereTold() {
        // Given
        Phone told = joined("+15005570401", "JOIN D06", "YES");
        String alert = issue("D06");
        told.next("The alert");
        Phone newcomer = joined("+15005570402", "JOIN D06", "YES");

        // When
        Officer.Answer cancel = author.json("/alerts/" + alert + "/cancel", Map.of(), Map.of());

        // Then
        assertThat(cancel.status()).isEqualTo(201);
        assertThat(cancel.body().path("state").asText()).isEqualTo("issued");
        assertThat(told.next("The cancel").body()).contains("CANCELLED").doesNotContain("Boil it");
        await().atMost(PATIENCE).until(() -> reach(cancel.id()).path("complete").asBoolean());
        assertThat(newcomer.received()).hasSize(2);
        assertThat(author.get("/alerts/" + alert).body().path("state").asText()).isEqualTo("cancelled");
    }

    @Test
    void shouldLogWhatItSendsSoThatAnybodyCanCheckIt(@TempDir Path folder) {
        // Given
        String alert = issue("D07");
        String code =
                author.get("/alerts/" + alert).body().path("verificationCode").asText();
        String url = hub.demo().baseUrl();
        String state = folder.resolve("seen.json").toString();
        String proof = url + "/transparency/v1/proof?code=";

        // When
        await().atMost(PATIENCE).until(() -> http.page(proof + code).statusCode() == 200);
        String key = http.page(url + "/transparency/v1/key").body().strip();

        // Then
        assertThat(run("verify-log", url, "--key", key, "--state", state)).isZero();
        String next = author.get("/alerts/" + issue("D07"))
                .body()
                .path("verificationCode")
                .asText();
        await().atMost(PATIENCE).until(() -> http.page(proof + next).statusCode() == 200);
        assertThat(run("verify-log", url, "--state", state)).isZero();
        assertThat(run("verify-log", url, "--key", key + "x")).isEqualTo(2);
        assertThat(http.page(url + "/en/verify?code=" + code).body()).contains("/transparency/v1/proof?code=" + code);
    }

    @Test
    void shouldSignWithTheKeyThatTwoAdministratorsAgreedTo() throws GeneralSecurityException {
        // Given
        Officer admin = new Officer(hub.demo().baseUrl(), hub.token("admin"));
        Officer second = new Officer(hub.demo().baseUrl(), hub.token("admin2"));
        String pem = hub.demo().baseUrl() + IngestService.CERTIFICATE;
        String old = http.page(pem).body();
        byte[] before = cap(issue("D03"));

        // When
        Officer.Answer proposed = admin.json("/keys/signing", Map.of("reason", "yearly change"), Map.of());
        byte[] meanwhile = cap(issue("D03"));
        String confirm = "/acts/" + proposed.body().at("/act/id").asText() + "/confirm";

        // Then
        assertThat(proposed.status()).isEqualTo(202);
        assertThat(admin.json(confirm, Map.of(), Map.of()).status()).isEqualTo(403);

        // When
        assertThat(second.json(confirm, Map.of(), Map.of()).status()).isEqualTo(200);
        byte[] after = cap(issue("D03"));

        // Then
        JsonNode keys = author.get("/keys/signing").body().path("keys");
        assertThat(keys.findValuesAsText("state")).containsExactly("current", "former");
        String now = keys.at("/0/pem").asText();
        assertThat(keys.at("/1/pem").asText()).isEqualTo(old);
        assertThat(http.page(pem).body()).isEqualTo(now + old);
        assertThat(List.of(isSignedBy(old, before), isSignedBy(old, meanwhile), isSignedBy(now, after)))
                .containsOnly(true);
        assertThat(List.of(isSignedBy(now, before), isSignedBy(now, meanwhile), isSignedBy(old, after)))
                .containsOnly(false);

        // And: it is in the public log
        String url = hub.demo().baseUrl();
        String fingerprint = keys.at("/0/fingerprint").asText();
        await().atMost(PATIENCE)
                .until(() -> http.page(url + "/en/transparency").body().contains(fingerprint));
        assertThat(http.page(url + "/transparency/v1/log?from=0&limit=256").body())
                .contains("\"act-confirmed\"")
                .doesNotContain("admin2");
        String key = http.page(url + "/transparency/v1/key").body().strip();
        assertThat(run("verify-log", url, "--key", key)).isZero();
    }

    private byte[] cap(String alert) {
        String url = hub.demo().baseUrl() + "/cap/" + alert + ".xml";
        await().atMost(PATIENCE).until(() -> http.page(url).statusCode() == 200);
        return http.page(url).body().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isSignedBy(String pem, byte[] cap) throws GeneralSecurityException {
        PublicKey key = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .getPublicKey();
        PinnedKey pinned = new PinnedKey("hub", key, null, null);
        return new SignatureVerifier()
                        .check(cap, List.of(pinned), Instant.now())
                        .state()
                == SignatureState.VALID;
    }

    private static int run(String... arguments) {
        return CommandRunner.run(arguments);
    }

    @Test
    void shouldLeaveOneLegalHistoryWhenFiftyDecideAtOnce() throws InterruptedException {
        // Given
        Phone resident = joined("+15005570501", "JOIN D07", "YES");
        Map<String, Object> extreme = form("D07");
        extreme.put("severity", "Extreme");
        String id = author.json("/alerts", extreme, Map.of()).id();
        String path = "/alerts/" + id;
        assertThat(approver.json(path + "/approve", Map.of("placeName", "D03"), Map.of())
                        .status())
                .isEqualTo(422);

        // When
        Officer admin = new Officer(hub.demo().baseUrl(), hub.token("admin"));
        List<Integer> approvals = atOnce(
                25, i -> (i % 2 == 0 ? approver : admin).json(path + "/approve", Map.of("placeName", "D07"), Map.of()));
        resident.next("The alert");
        List<Integer> endings = atOnce(25, i -> switch (i % 3) {
            case 0 -> author.json(path + "/cancel", Map.of("reason", "mended"), Map.of());
            case 1 -> author.json(path + "/update", Map.of("reason", "news"), Map.of());
            default -> author.json(path + "/correct", Map.of("reason", "wrong city"), Map.of());
        });

        // Then
        assertThat(approvals).filteredOn(status -> status == 200).hasSize(1);
        assertThat(approvals).containsOnly(200, 409);
        assertThat(endings).containsOnly(201, 409);
        List<String> steps = new ArrayList<>();
        author.get(path + "/history")
                .body()
                .path("history")
                .forEach(entry -> steps.add(entry.path("to").asText()));
        assertThat(steps).containsExactly("pending-approval", "issued", "cancelled");
        resident.next("The end");
        String last = author.get(path).body().path("endedBy").asText();
        await().atMost(PATIENCE).until(() -> reach(last).path("complete").asBoolean());
        assertThat(resident.received()).as("told once of its end").hasSize(4);
    }

    @Test
    void shouldTellApproversBySmsAndEveryOfficerOfACorrection() {
        // Given
        Phone approverPhone = new Phone(http, hub.demo().simulatorUrl(), "+15005550801");
        Phone resident = joined("+15005570601", "JOIN D08", "YES");
        Map<String, Object> form = form("D08");
        form.put("texts", Map.of("en", text("Test of the chain", "Leave the harbour", "Go uphill.")));

        // When
        String id = author.json("/alerts", form, Map.of()).id();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(approverPhone.received().toString())
                        .contains("waits for your approval: \"Test of the chain\""));

        // When
        approver.json("/alerts/" + id + "/approve", Map.of(), Map.of());
        resident.next("The alert");
        Officer.Answer correction =
                author.json("/alerts/" + id + "/correct", Map.of("reason", "it was a drill"), Map.of());

        // Then
        assertThat(correction.status()).isEqualTo(201);
        assertThat(correction.body().path("state").asText()).isEqualTo("issued");
        assertThat(resident.next("The correction").body()).contains("CORRECTION", "sent in error");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(approverPhone.received().toString())
                        .contains("corrected a false alarm", "it was a drill"));
    }

    @Test
    void shouldTellAdministratorsOnTheirDutyTelephonesThatTheOperatorGaveANewStart() throws InterruptedException {
        // Given
        Officer admin = new Officer(hub.demo().baseUrl(), hub.token("admin"));
        Officer second = new Officer(hub.demo().baseUrl(), hub.token("admin2"));
        Phone phone = new Phone(http, hub.demo().simulatorUrl(), "+15005550803");
        assertThat(second.put("/officers/me/duty", Map.of("telephone", "+1 500 555 0803", "deputy", true))
                        .body()
                        .toString())
                .isEqualTo("{\"set\":true,\"endsWith\":\"03\",\"deputy\":true}");
        Officer.Answer proposed = admin.json(
                "/officers",
                Map.of("user", "lost", "displayName", "Lost", "roles", List.of("auditor"), "reason", "new"),
                Map.of());
        second.json("/acts/" + proposed.body().at("/act/id").asText() + "/confirm", Map.of(), Map.of());
        Officer lost =
                new Officer(hub.demo().baseUrl(), proposed.body().path("token").asText());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lost.get("/officers").status()).isEqualTo(200));

        // When
        assertThatThrownBy(() -> hub.recover("nobody", "x"))
                .isInstanceOf(RecoveryRefusedException.class)
                .hasMessageContaining("no officer nobody");
        Recovery.Given given = hub.recover("lost", "telephone lost, came by with the passport");

        // Then
        assertThat(given.decided()).isTrue();
        assertThat(phone.next("The notice").body()).contains("given the account of lost a new password");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lost.get("/officers").status()).isEqualTo(401));
        assertThat(admin.get("/acts").body().toString())
                .contains("\"recover-officer\"", "came by with the passport", "\"proposedBy\":\"operator\"")
                .doesNotContain("argon2");
        ConsoleSession console = new ConsoleSession(hub.demo().baseUrl());
        console.signIn("lost", given.password());
        assertThat(console.get("/console/account/password")).contains("Choose one of your own");
        assertThat(second.delete("/officers/me/duty").status()).isEqualTo(200);
    }

    private static List<Integer> atOnce(int count, IntFunction<Officer.Answer> request) throws InterruptedException {
        List<Callable<Integer>> requests = IntStream.range(0, count)
                .<Callable<Integer>>mapToObj(i -> () -> request.apply(i).status())
                .toList();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(requests)) {
                statuses.add(answer.resultNow());
            }
        }
        return statuses;
    }

    @Test
    void shouldPublishWhatItIssuesWithASignatureThatOthersCanCheck(@TempDir Path folder) throws Exception {
        // Given
        Officer.Answer alert = author.json("/alerts", form("D10"), Map.of());
        assertThat(http.page(capFile(alert.id())).statusCode()).isEqualTo(404);

        // When
        approver.json("/alerts/" + alert.id() + "/approve", Map.of(), Map.of());
        String published = published(alert.id());
        Officer.Answer cancel = author.json("/alerts/" + alert.id() + "/cancel", Map.of(), Map.of());

        // Then
        String pem = http.page(hub.demo().baseUrl() + IngestService.CERTIFICATE).body();
        assertThat(signature(published, pem)).isEqualTo(SignatureState.VALID);
        assertThat(signature(published(cancel.id()), pem)).isEqualTo(SignatureState.VALID);
        assertThat(signature(published.replace("Hiérvala", "Bébala"), pem)).isEqualTo(SignatureState.INVALID);
        assertThat(CapVerdict.of(published.getBytes(StandardCharsets.UTF_8)).violations())
                .isEmpty();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/xmlsec1")), "no xmlsec1 on this machine");
        Process xmlsec = new ProcessBuilder(
                        "xmlsec1",
                        "--verify",
                        "--pubkey-cert-pem",
                        Files.writeString(folder.resolve("hub.pem"), pem).toString(),
                        Files.writeString(folder.resolve("alert.xml"), published)
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(xmlsec.waitFor()).isZero();
    }

    @Test
    void shouldTakeWhatAFeedBringsAndWaitForTheSecondPerson() throws IOException {
        // Given
        String identifier = "feed-" + Instant.now().toEpochMilli();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(
                server,
                "/cap.atom",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='none.cap'/></entry>"
                        + "<entry><link href='1.cap'/></entry></feed>");
        serve(server, "/1.cap", cap(identifier, "D09"));
        server.start();
        try {
            Officer admin = new Officer(hub.demo().baseUrl(), hub.token("admin"));
            Map<String, Object> feed = Map.of(
                    "name",
                    "e2e",
                    "url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/cap.atom",
                    "senders",
                    List.of("water@port-maravel.example"));

            // When
            assertThat(author.json("/feeds", feed, Map.of()).status()).isEqualTo(403);
            assertThat(admin.json("/feeds", feed, Map.of()).status()).isEqualTo(201);

            // Then
            await().atMost(PATIENCE)
                    .until(() -> admin.get("/feeds")
                                    .body()
                                    .at("/feeds/0/outcomes/taken")
                                    .asInt()
                            == 1);
            JsonNode alert = author.get("/alerts?q=" + identifier).body().at("/alerts/0");
            assertThat(alert.path("state").asText()).isEqualTo("pending-approval");
            assertThat(alert.at("/source/feed").asText()).isEqualTo("e2e");
            assertThat(alert.path("author").asText()).isEqualTo("feed:e2e");
            assertThat(admin.get("/feeds")
                            .body()
                            .at("/feeds/0/outcomes/refused")
                            .asInt())
                    .isEqualTo(1);
            Officer.Answer approved =
                    approver.json("/alerts/" + alert.path("id").asText() + "/approve", Map.of(), Map.of());
            assertThat(approved.body().path("state").asText()).isEqualTo("issued");
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String published(String id) {
        await().atMost(PATIENCE).until(() -> http.page(capFile(id)).statusCode() == 200);
        return http.page(capFile(id)).body();
    }

    private String capFile(String id) {
        return hub.demo().baseUrl() + "/cap/" + id + ".xml";
    }

    private static SignatureState signature(String message, String pem) throws CertificateException {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        PinnedKey key = new PinnedKey("hub", certificate.getPublicKey(), null, null);
        return new SignatureVerifier()
                .check(message.getBytes(StandardCharsets.UTF_8), List.of(key), Instant.now())
                .state();
    }

    private Phone joined(String number, String join, String yes) {
        Phone phone = new Phone(http, hub.demo().simulatorUrl(), number);
        phone.text(join);
        phone.next("The consent question");
        phone.text(yes);
        phone.next("The confirmation");
        return phone;
    }

    private String issue(String district) {
        Officer.Answer alert = author.json("/alerts", form(district), Map.of());
        assertThat(alert.status()).isEqualTo(201);
        Officer.Answer approved = approver.json("/alerts/" + alert.id() + "/approve", Map.of(), Map.of());
        assertThat(approved.status()).isEqualTo(200);
        return alert.id();
    }

    private JsonNode reach(String id) {
        return author.get("/alerts/" + id + "/reach").body();
    }

    private static String sent(Officer.Answer alert) {
        return CapTime.parse(alert.body().path("sent").asText())
                .orElseThrow()
                .instant()
                .toString();
    }

    private static Map<String, Object> form(String district) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("topic", "water");
        form.put("status", "Actual");
        form.put("msgType", "Alert");
        form.put("scope", "Public");
        form.put("category", "Health");
        form.put("severity", "Severe");
        form.put("urgency", "Immediate");
        form.put("certainty", "Observed");
        form.put("areas", List.of(district));
        form.put(
                "expires",
                Instant.now()
                        .plus(6, ChronoUnit.HOURS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        form.put(
                "texts",
                Map.of(
                        "en", text("Unsafe water", "Tap water is not safe", "Boil it for a minute."),
                        "es", text("Agua no potable", "El agua del grifo no es segura", "Hiérvala un minuto."),
                        "ar", text("ماء غير صالح", "ماء الصنبور غير آمن", "يرجى غليه دقيقة واحدة.")));
        return form;
    }

    private static Map<String, String> text(String event, String headline, String instruction) {
        return Map.of("event", event, "headline", headline, "instruction", instruction);
    }

    private static String cap(String identifier, String district) {
        Instant now = Instant.now();
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>%s</identifier><sender>water@port-maravel.example</sender><sent>%s</sent>
              <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
              <info>
                <language>en</language><category>Health</category><event>Unsafe water</event>
                <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
                <expires>%s</expires><headline>Tap water is not safe</headline>
                <instruction>Boil it for a minute.</instruction>
                <area><areaDesc>%s</areaDesc><geocode><valueName>DISTRICT</valueName><value>%s</value></geocode></area>
              </info>
            </alert>
            """.formatted(
                        identifier,
                        CapTime.of(now).text(),
                        CapTime.of(now.plus(6, ChronoUnit.HOURS)).text(),
                        district,
                        district);
    }
}
