package org.carillon.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.carillon.rendering.notice.Notice;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static WebRig rig;

    @BeforeAll
    static void start() {
        rig = new WebRig();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void clear() {
        rig.alerts.clear();
        rig.clock.advance(Duration.between(rig.clock.instant(), Sample.NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "es, '', /es/",
        "'', ar, /ar/",
        "'', 'fr-FR, es;q=0.8, en;q=0.2', /es/",
        "'', 'ca', /es/",
        "'', 'zz', /en/",
        "'', '', /en/",
        "'', ';;q=', /en/",
        "xx, ar-EG, /ar/",
        "ar, en, /ar/"
    })
    void shouldFindTheReadersLanguage(String cookie, String accept, String page) {
        HttpResponse<String> answer = rig.get("/", "Cookie", "lang=" + cookie, "Accept-Language", accept);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(page);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Language, Cookie");
    }

    @Test
    void shouldRememberTheLanguageThatAReaderChose() {
        HttpResponse<String> chosen = rig.get("/es/verify?code=X&remember=1");

        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(chosen.headers().firstValue("Location")).contains("/es/verify?code=X");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=es;")
                .contains("HTTPOnly")
                .contains("SameSite=Lax");
        assertThat(rig.get("/es/").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void shouldSayKindlyThatNothingIsInForce() {
        HttpResponse<String> page = rig.get("/en/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("There is no alert in force.").contains("href=\"tel:112\"");
        assertThat(rig.get("/ar/").body()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(rig.get("/en").headers().firstValue("Location")).contains("/en/");
    }

    @Test
    void shouldShowTheFrozenArticleToTheByte() {
        Sample sample = Sample.of("boil");
        rig.alerts.put(sample);
        String standard = sample.articles().get(0).body();
        String plain = sample.articles().get(1).body();

        assertThat(rig.get("/en/").body()).contains(standard);
        assertThat(rig.get("/en/alerts/" + sample.id()).body()).contains(standard);
        assertThat(rig.get("/en/alerts/" + sample.id() + "?format=plain").body())
                .contains(plain)
                .doesNotContain(standard);
        assertThat(rig.get("/en/areas/D03").body()).contains(standard);
        assertThat(rig.get("/en/areas/D02").body())
                .doesNotContain(standard)
                .contains("There is no alert in force for Lighthouse Point.");
    }

    @Test
    void shouldSayThatAnAlertIsInAnotherLanguage() {
        Sample sample = Sample.of("boil").onlyIn("es");
        rig.alerts.put(sample);

        assertThat(rig.get("/ar/alerts/" + sample.id()).body())
                .contains(sample.articles().getFirst().body())
                .contains("هذا الإنذار غير متوفر باللغة");
        assertThat(rig.get("/en/").body()).contains("It stands here in Español.");
        assertThat(rig.get("/es/").body()).doesNotContain("class=\"note\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertState.class,
            names = {"DRAFT", "PENDING_APPROVAL", "RETURNED", "QUARANTINED", "REJECTED"})
    void shouldKnowNothingOfWhatWasNeverIssued(AlertState state) {
        Sample sample = Sample.of("secret").headline("Nobody may read this").state(state);
        rig.alerts.put(sample);

        assertNothingOf(sample);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"EXERCISE", "SYSTEM", "TEST", "DRAFT"})
    void shouldKnowNothingOfWhatIsNotForResidents(Status status) {
        Sample sample = Sample.of("secret").headline("Nobody may read this").status(status);
        rig.alerts.put(sample);

        assertNothingOf(sample);
    }

    @Test
    void shouldKnowNothingOfACancelOfWhatNeverCame() {
        Sample sample = Sample.of("lone")
                .headline("Nobody may read this")
                .kind(Notice.Kind.CANCEL)
                .withoutPredecessor();
        rig.alerts.put(sample);

        assertNothingOf(sample);
    }

    private static void assertNothingOf(Sample sample) {
        String code = sample.alert().verificationCode().value();
        HttpResponse<String> alert = rig.get("/en/alerts/" + sample.id());
        assertThat(alert.statusCode()).isEqualTo(404);
        assertThat(alert.body())
                .isEqualTo(rig.get("/en/alerts/" + "a".repeat(26)).body());
        assertThat(rig.get("/cap/" + sample.id() + ".xml").statusCode()).isEqualTo(404);
        for (String path : List.of(
                "/en/",
                "/ar/",
                "/en/areas/D01",
                "/en/verify?code=" + code,
                "/feed/cap.atom",
                "/feed/en.atom",
                "/feed/alerts.geojson",
                "/feed/alerts.json")) {
            assertThat(rig.get(path).body())
                    .doesNotContain("Nobody may read this")
                    .doesNotContain("Unsafe drinking water")
                    .doesNotContain(sample.id().value());
        }
        assertThat(rig.get("/en/verify?code=" + code).body()).contains("We have issued no message with this code.");
    }

    @Test
    void shouldForgetAnAlertInTheSecondInWhichItExpires() {
        Sample sample = Sample.of("boil");
        rig.alerts.put(sample);
        String headline = "Boil your water before you drink it";

        rig.clock.advance(
                Duration.between(rig.clock.instant(), sample.expires()).minusMillis(1));
        assertThat(rig.get("/en/").body()).contains(headline);
        assertThat(rig.get("/feed/en.atom").body()).contains(headline);

        rig.clock.advance(Duration.ofMillis(1));
        for (String path : List.of("/en/", "/en/areas/D01", "/feed/en.atom", "/feed/cap.atom", "/feed/alerts.json")) {
            assertThat(rig.get(path).body()).as(path).doesNotContain(headline);
        }
        HttpResponse<String> gone = rig.get("/en/alerts/" + sample.id());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body())
                .contains("This alert is no longer in force")
                .contains("It ended on Sun, 22 Nov, 18:00")
                .doesNotContain(headline)
                .doesNotContain("Boil water for 1 minute");
        assertThat(rig.get("/cap/" + sample.id() + ".xml").statusCode()).isEqualTo(410);
    }

    @Test
    void shouldLeadFromAReplacedAlertToTheNewestOfItsSeries() {
        Sample last = Sample.of("third").kind(Notice.Kind.ALL_CLEAR).headline("The water is safe again");
        Sample second = Sample.of("second").endedBy(AlertState.CANCELLED, Sample.NOON, last);
        Sample first = Sample.of("first").endedBy(AlertState.SUPERSEDED, Sample.NOON, second);
        rig.alerts.put(first, second, last);

        HttpResponse<String> gone = rig.get("/en/alerts/" + first.id());

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body())
                .contains("It was replaced on")
                .contains("href=\"/en/alerts/" + last.id() + "\"")
                .contains("The water is safe again");
        assertThat(rig.get("/en/alerts/" + second.id()).body()).contains("It was withdrawn on");
    }

    @Test
    void shouldNotNameASuccessorThatNobodyMaySee() {
        Sample hidden = Sample.of("hidden").headline("Not on the web").channels("sms");
        Sample first = Sample.of("first").endedBy(AlertState.SUPERSEDED, Sample.NOON, hidden);
        rig.alerts.put(first, hidden);

        assertThat(rig.get("/en/alerts/" + first.id()).body())
                .doesNotContain("Not on the web")
                .doesNotContain(hidden.id().value());
        assertThat(rig.get("/en/alerts/" + hidden.id()).statusCode()).isEqualTo(404);
        assertThat(rig.get("/en/verify?code=" + hidden.alert().verificationCode())
                        .body())
                .contains("Yes, this message is genuine.")
                .doesNotContain(hidden.id().value());
    }

    @Test
    void shouldAskToComeBackWhileTheArticleIsOnItsWay() {
        Sample sample = Sample.of("boil");
        rig.alerts.put(sample);
        rig.alerts.forgetArticles(sample.id());

        assertThat(rig.get("/en/alerts/" + sample.id()).statusCode()).isEqualTo(503);
        assertThat(rig.get("/en/").body()).contains("Boil your water before you drink it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/en/alerts/nonsense", "/en/alerts/aaaaaaaaaaaaaaaaaaaaaaaaaa", "/en/areas/D99", "/ar/nothing"})
    void shouldSayInTheReadersLanguageThatThereIsNoSuchPage(String path) {
        HttpResponse<String> answer = rig.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("lang=\"" + path.substring(1, 3) + "\"")
                .contains("<h1>");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void shouldTellWhetherAMessageIsGenuine() {
        Sample inForce = Sample.of("boil");
        Sample over = Sample.of("over").life(Duration.ofSeconds(-1));
        rig.alerts.put(inForce, over);
        String code = inForce.alert().verificationCode().value();

        assertThat(rig.get("/en/verify").body()).contains("<form").doesNotContain("class=\"answer");
        assertThat(rig.get("/en/verify?code="
                                + code.toLowerCase(java.util.Locale.ROOT).replace("-", "+"))
                        .body())
                .contains("Yes, this message is genuine.")
                .contains("Port Maravel Water issued it on")
                .contains("It is in force until")
                .contains("/en/alerts/" + inForce.id());
        assertThat(rig.get("/en/verify?code=" + over.alert().verificationCode()).body())
                .contains("Yes, this message is genuine.")
                .contains("It is no longer in force.");
        assertThat(rig.get("/en/verify?code=0000-0000").body()).contains("We have issued no message with this code.");
        assertThat(rig.get("/en/verify?code=%22%3E%3Cscript%3E").body())
                .contains("This is not a verification code.")
                .doesNotContain("<script>");
    }

    @Test
    void shouldExplainHowToSignUpWithoutScripts() {
        HttpResponse<String> page = rig.get("/es/subscribe");

        assertThat(page.body())
                .contains("Envíe la palabra ALTA a este número:")
                .contains("sms:+15005550006?body=ALTA")
                .contains("responda S")
                .contains("<script src=\"/assets/push-");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(rig.get("/es/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void shouldLeadFromTheNameOfADistrictToItsPage() {
        assertThat(rig.get("/en/areas/lighthouse").headers().firstValue("Location"))
                .contains("/en/areas/D02");
    }

    @Test
    void shouldAnswer304WhereNothingChanged() {
        Sample sample = Sample.of("boil");
        rig.alerts.put(sample);
        for (String path : List.of(
                "/en/",
                "/ar/alerts/" + sample.id(),
                "/en/areas/D01",
                "/en/verify?code=0000-0000",
                "/en/subscribe",
                "/feed/cap.atom",
                "/feed/ar.atom",
                "/feed/alerts.geojson",
                "/feed/alerts.json",
                "/cap/" + sample.id() + ".xml",
                "/sw.js",
                "/openapi.json")) {
            HttpResponse<String> first = rig.get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            assertThat(first.headers().firstValue("Cache-Control")).as(path).contains("no-cache");
            rig.clock.advance(Duration.ofMinutes(1));
            HttpResponse<String> again = rig.get(
                    path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    void shouldStayLightWithManyAlerts() {
        rig.alerts.put(IntStream.range(0, 40)
                .mapToObj(i ->
                        Sample.of("many-" + i).headline("Headline number " + i).severity(Severity.MODERATE))
                .toArray(Sample[]::new));

        String page = rig.get("/ar/").body();

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(50_000);
        IntStream.range(0, 40).forEach(i -> assertThat(page).contains("Headline number " + i));
    }

    @Test
    void shouldLeaveOtherPathsToOthers() {
        rig.router.get("/console/").handler(context -> context.end("console"));

        assertThat(rig.get("/console/", "Accept", "text/html").body()).isEqualTo("console");
        assertThat(rig.get("/nothing").body()).doesNotContain("<main");
    }
}
