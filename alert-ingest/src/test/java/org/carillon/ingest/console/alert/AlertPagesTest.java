package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.ingest.console.alert.AlertRig.path;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.command.AlertCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertPagesTest {
    private static final String MARKUP = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>&amp;";

    private static AlertRig rig;
    private static ConsoleClient ana;
    private static ConsoleClient bo;
    private static ConsoleClient all;

    @BeforeAll
    static void open() {
        rig = new AlertRig();
        ana = rig.console.signedIn("ana");
        bo = rig.console.signedIn("bo");
        all = rig.console.signedIn("all");
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @BeforeEach
    void clear() {
        rig.hub.alerts.clear();
        rig.hub.asked.clear();
    }

    @Test
    void shouldLeadFromAHazardToApproval() {
        // Given
        assertThat(ana.get("/alerts/new").body()).contains("/console/alerts/new/boil-water");
        assertThat(ana.get("/alerts/new/boil-water").body())
                .contains("Minutes to boil")
                .contains("<option value=\"Severe\" selected>");

        // When
        Alert draft = rig.boil(ana);

        // Then
        assertThat(draft.state()).isEqualTo(AlertState.DRAFT);
        assertThat(draft.content().districts()).containsExactly("D01", "D03");
        assertThat(draft.content().template()).extracting(TemplateUse::id).isEqualTo("boil-water");
        String preview = ana.get(path(draft, "/preview")).body();
        assertThat(preview)
                .contains("Old Harbour, Market Hill")
                .contains("Boil it for 3 minutes")
                .contains("6,300")
                .contains("dir=\"rtl\"")
                .containsPattern("about \\d+ h");

        // When
        HttpResponse<String> submitted = post(ana, path(draft, "/preview"), path(draft, "/submit"));

        // Then
        assertThat(submitted.statusCode()).isEqualTo(303);
        assertThat(bo.get("/").body()).contains(path(draft, "/decide"));
        assertThat(ana.get(path(draft, "")).body()).contains("A second person must approve it");

        // When
        HttpResponse<String> approved = post(
                bo,
                path(draft, "/decide"),
                path(draft, "/approve"),
                "digest",
                draft.content().renditionsDigest(),
                "acknowledge",
                "es",
                "acknowledge",
                "ar");

        // Then
        assertThat(approved.statusCode()).isEqualTo(303);
        AlertCommand.Approve command = (AlertCommand.Approve) rig.hub.asked.getLast();
        assertThat(command.renditionsDigest()).isEqualTo(draft.content().renditionsDigest());
        assertThat(command.acknowledgeUnreviewed()).containsExactly("es", "ar");
        assertThat(ana.get(path(draft, "")).body())
                .contains("In force")
                .contains("Whom it has reached")
                .contains(path(draft, "/update"));
    }

    @Test
    void shouldShowFaultsAtTheirFieldsAndKeepWhatWasTyped() {
        HttpResponse<String> answer = post(
                ana,
                "/alerts/new/boil-water",
                "/alerts/new/boil-water",
                "p.minutes",
                "seven",
                "areas",
                "D02",
                "expires",
                "2026-11-23T09:30",
                "question",
                "yes");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#p.minutes\"")
                .contains("id=\"p.minutes-error\"")
                .contains("value=\"seven\"")
                .contains("value=\"2026-11-23T09:30\"")
                .containsPattern("value=\"D02\" checked")
                .containsPattern("name=\"question\" value=\"yes\" checked");
        assertThat(rig.hub.asked).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAShape() {
        HttpResponse<String> answer =
                post(ana, "/alerts/new/boil-water", "/alerts/new/boil-water", "p.minutes", "3", "shapes", "somewhere");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"shapes-error\"").contains("somewhere");
    }

    @Test
    void shouldReadBackWhatAShapeMeans() {
        // Given a circle in the middle of the first district
        Alert draft = rig.alert(post(
                ana,
                "/alerts/new/boil-water",
                "/alerts/new/boil-water",
                "p.minutes",
                "3",
                "shapes",
                "40.0163,-17.9975 0.3 km"));

        // Then
        assertThat(draft.content().districts()).containsExactly("D01");
        assertThat(draft.content().matchedBy()).containsEntry("D01", "POLYGON");
        String edit = ana.get(path(draft, "/edit")).body();
        assertThat(edit).contains("40.019").doesNotContainPattern("value=\"D01\" checked");
        assertThat(ana.get(path(draft, "/preview")).body()).contains("by the drawn shape");
    }

    @Test
    void shouldFillTheFormAgainFromTheStoredDraft() {
        // Given
        Alert draft = rig.boil(ana);

        // When
        String form = ana.get(path(draft, "/edit")).body();
        HttpResponse<String> changed = post(
                ana,
                path(draft, "/edit"),
                path(draft, "/edit"),
                "template",
                "boil-water",
                "p.minutes",
                "5",
                "areas",
                "D02");

        // Then
        assertThat(form).contains("value=\"3\"").containsPattern("value=\"D03\" checked");
        Alert edited = rig.alert(changed);
        assertThat(edited.id()).isEqualTo(draft.id());
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.content().texts().get("en"))
                .extracting(AlertText::instruction)
                .asString()
                .contains("5 minutes");
    }

    @Test
    void shouldLetOneLanguageSayItInOtherWords() {
        // When
        Alert draft = rig.boil(
                ana,
                "t.es.event",
                "Agua turbia",
                "t.es.headline",
                "No beba agua del grifo",
                "t.es.instruction",
                "Hierva el agua 3 minutos.");

        // Then
        assertThat(draft.content().template())
                .extracting(TemplateUse::ownWording)
                .isEqualTo(List.of("es"));
        assertThat(ana.get(path(draft, "/edit")).body())
                .contains("Agua turbia")
                .doesNotContain("Tap water is not safe to drink");
    }

    @Test
    void shouldShowMarkupAsText() {
        // Given
        HttpResponse<String> saved = post(
                ana,
                "/alerts/new/free",
                "/alerts/new/free",
                "severity",
                "Severe",
                "urgency",
                "Immediate",
                "certainty",
                "Observed",
                "category",
                "Health",
                "response",
                "Avoid",
                "areas",
                "D01",
                "t.en.event",
                MARKUP,
                "t.en.headline",
                MARKUP,
                "t.en.instruction",
                MARKUP,
                "t.en.description",
                MARKUP,
                "t.en.plain",
                MARKUP);
        Alert draft = rig.alert(saved);

        // Then
        for (String page : new String[] {"/preview", "/edit", ""}) {
            unharmed(ana.get(path(draft, page)));
        }
        post(ana, path(draft, "/preview"), path(draft, "/submit"));
        unharmed(bo.get(path(draft, "/decide")));
        unharmed(bo.get("/"));
        unharmed(bo.get("/alerts?q=" + "%3Cscript%3E"));
        unharmed(post(bo, path(draft, "/decide"), path(draft, "/return"), "reason", MARKUP));
        unharmed(ana.get(path(draft, "")));
        unharmed(post(ana, "/alerts/new/free", "/alerts/new/free", "t.en.headline", MARKUP, "shapes", MARKUP));
        unharmed(post(ana, "/alerts/new/boil-water", "/alerts/new/boil-water", "p.minutes", MARKUP));
    }

    @Test
    void shouldHintWhileSomebodyTypes() {
        // Given
        ana.get("/alerts/new/free");

        // When
        HttpResponse<String> hints = ana.post(
                "/hints/en",
                "t.en.headline",
                "LEAVE THE AREA",
                "t.en.instruction",
                "Walk north at 7 pm.",
                "areas",
                "D01");

        // Then
        assertThat(hints.statusCode()).isEqualTo(200);
        assertThat(hints.body())
                .contains("id=\"hints-en-headline\"", "LEAVE THE AREA", "small letters")
                .contains("id=\"hints-en-length\"", "As a text message: 1 part.")
                .doesNotContain("Says no time", "Names no place", "<html");
    }

    /** What is read aloud once must not be read again with every letter. */
    @Test
    void shouldSayNothingTwice() {
        ana.get("/alerts/new/free");
        List<String> typed = List.of("t.en.headline", "Leave the area", "t.en.instruction", "Go north now.");
        String first = ana.post("/hints/en", typed.toArray(String[]::new)).body();
        List<String> again = new ArrayList<>(typed);
        Pattern.compile("name=\"(h[.][^\"]*)\" value=\"([^\"]*)\"")
                .matcher(first)
                .results()
                .forEach(shown -> again.addAll(List.of(shown.group(1), shown.group(2))));

        assertThat(again).contains("h.en.length");
        assertThat(ana.post("/hints/en", again.toArray(String[]::new)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void shouldHoldLanguagesAgainstEachOther() {
        ana.get("/alerts/new/free");

        assertThat(ana.post(
                                "/hints/es",
                                "t.en.headline",
                                "Danger in Mill Street",
                                "t.en.instruction",
                                "Leave by 19:00.",
                                "t.es.headline",
                                "Aviso en la calle Mayor",
                                "t.es.instruction",
                                "Salga antes de las 18:00.")
                        .body())
                .contains("Sounds milder: English begins with", "Has 18, not in English; lacks 19 of English")
                .as("a word in its own language")
                .contains("no such word: <q lang=\"en\" dir=\"auto\">Danger</q>.")
                .as("what the sentence says already is not said again")
                .contains("lacks 19 of English.");
    }

    @Test
    void shouldHintInTheLanguageOfThePage() {
        ConsoleClient arabic = speaking("ar");
        arabic.get("/alerts/new/free");

        String hints = arabic.post(
                        "/hints/es",
                        "t.en.headline",
                        "Danger in Mill Street",
                        "t.en.instruction",
                        "Leave by 19:00.",
                        "t.es.headline",
                        "AVISO URGENTE",
                        "t.es.instruction",
                        "Salga antes de las 18:00 y vaya a pie hasta la escuela, con agua, comida, papeles, una"
                                + " manta, ropa de abrigo, una linterna y todo lo que haga falta para una noche fuera.",
                        "areas",
                        "D01")
                .body();

        assertThat(hints)
                .contains("كلمات مكتوبة بحروف كبيرة: <q lang=\"es\" dir=\"auto\">AVISO URGENTE</q>")
                .containsPattern("جملة من \\d+ كلمة")
                .contains("يرد هنا 18، ولا يرد في نص \u2068English\u2069", "رسالة نصية");
        assertThat(foreign(hints)).isEmpty();
        // What there was no room for is named, too.
        assertThat(foreign(arabic.post(
                                "/hints/en",
                                "t.en.headline",
                                "Gas in Mill Street now",
                                "t.en.description",
                                "A pipe is broken. ".repeat(40),
                                "t.en.instruction",
                                "Go north. ".repeat(20))
                        .body()))
                .isEmpty();
    }

    @Test
    void shouldWarnInTheLanguageOfThePage() {
        ConsoleClient arabic = speaking("ar");
        Alert draft = rig.own(
                arabic,
                "t.en.event",
                "Gas",
                "t.en.headline",
                "DANGER in the air",
                "t.en.instruction",
                "Go north and call 112.");

        String preview = arabic.get(path(draft, "/preview")).body();
        Matcher warnings =
                Pattern.compile("(?s)<div class=\"warning\">.*?</div>").matcher(preview);

        assertThat(warnings.find()).isTrue();
        assertThat(warnings.group())
                .contains("لا نص بهذه اللغة: ", "من سكان المنطقة", " مشتركًا يقرؤونها", "لا ذكر لأي وقت")
                .contains("السطر الأول: كلمات مكتوبة بحروف كبيرة: <q lang=\"en\" dir=\"auto\">DANGER</q>");
        assertThat(foreign(warnings.group())).isEmpty();
    }

    /** Latin words of a page in Arabic that are neither quoted nor kept apart as a name. */
    private static List<String> foreign(String page) {
        String own = page.replaceAll("(?s)<q .*?</q>|<bdi.*?</bdi>|<[^>]*>|\u2068[^\u2069]*\u2069", " ");
        return Pattern.compile("\\p{IsLatin}{2,}")
                .matcher(own)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static ConsoleClient speaking(String language) {
        ConsoleClient client = rig.console.signedIn("ana");
        client.post("/language", "language", language, "back", "/");
        return client;
    }

    @Test
    void shouldSayByHowMuchATextIsTooLong() {
        ana.get("/alerts/new/free");

        assertThat(ana.post("/hints/ar", "t.ar.headline", "خطر", "t.ar.instruction", "ابتعدوا الآن. ".repeat(40))
                        .body())
                .containsPattern("Too long for a text message by \\d+ characters");
        assertThat(ana.post("/exercises/hints/en", "t.en.headline", "x", "t.en.instruction", "Go. ".repeat(3))
                        .body())
                .contains("As a text message:");
    }

    @Test
    void shouldHintOnlyWhoMayWrite() {
        ana.get("/alerts/new/free");
        unharmed(ana.post("/hints/en", "t.en.headline", MARKUP + " LEAVE THE AREA NOW <b>", "t.en.plain", MARKUP));
        assertThat(ana.post("/hints/xx", "t.xx.headline", "x").statusCode()).isEqualTo(404);
        bo.get("/");
        assertThat(bo.post("/hints/en", "t.en.headline", "x").statusCode()).isEqualTo(403);
    }

    private static void unharmed(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }

    @Test
    void shouldNotLetAuthorsDecideAboutTheirOwn() {
        // Given
        Alert draft = rig.boil(all);
        post(all, path(draft, "/preview"), path(draft, "/submit"));

        // When
        String page = all.get(path(draft, "/decide")).body();

        // Then
        assertThat(page)
                .contains("This is your own alert. A second person must approve it.")
                .doesNotContain(path(draft, "/approve"));
        assertThat(ana.get(path(draft, "/decide")).statusCode()).isEqualTo(403);
        assertThat(post(all, path(draft, "/decide"), path(draft, "/approve")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldAskWhyItIsReturnedAndShowItToItsAuthor() {
        // Given
        Alert draft = rig.boil(ana);
        post(ana, path(draft, "/preview"), path(draft, "/submit"));

        // When
        HttpResponse<String> mute = post(bo, path(draft, "/decide"), path(draft, "/return"));
        post(bo, path(draft, "/decide"), path(draft, "/return"), "reason", "Only the harbour");

        // Then
        assertThat(mute.statusCode()).isEqualTo(422);
        assertThat(mute.body()).contains("id=\"reason-error\"");
        assertThat(ana.get("/").body()).contains("Reason: Only the harbour");
        assertThat(ana.get(path(draft, "/edit")).body()).contains("It was returned to you: Only the harbour");
    }

    @Test
    void shouldAskForThePlaceWhereLivesAreInDanger() {
        // Given
        Alert draft = rig.alert(post(
                ana,
                "/alerts/new/flood",
                "/alerts/new/flood",
                "p.place",
                "Old bridge",
                "severity",
                "Extreme",
                "areas",
                "D01"));
        assertThat(draft.content().severity()).isEqualTo(Severity.EXTREME);
        post(ana, path(draft, "/preview"), path(draft, "/submit"));

        // Then
        assertThat(bo.get(path(draft, "/decide")).body()).contains("name=\"placeName\"");
        HttpResponse<String> untyped = bo.post(path(draft, "/approve"), "placeName", " ");
        assertThat(untyped.statusCode()).isEqualTo(422);
        assertThat(untyped.body()).contains("Type the name of a district");
    }

    @Test
    void shouldKeepExercisesApart() {
        // When
        Alert draft = rig.alert(
                post(ana, "/exercises/new/boil-water", "/exercises/new/boil-water", "p.minutes", "3", "areas", "D01"));

        // Then
        assertThat(draft.content().status()).isEqualTo(Status.EXERCISE);
        for (String page :
                new String[] {"/exercises/new", path(draft, "/preview"), path(draft, "/edit"), path(draft, "")}) {
            String body = ana.get(page).body();
            assertThat(body.split("EXERCISE – EXERCISE", -1)).as(page).hasSizeGreaterThan(2);
            assertThat(body).as(page).contains("playing");
        }
        assertThat(ana.get("/alerts/new").body()).doesNotContain("playing");
        // Edited by the form of an alert it stays what it is.
        post(
                ana,
                path(draft, "/edit"),
                path(draft, "/edit"),
                "p.minutes",
                "3",
                "template",
                "boil-water",
                "areas",
                "D01",
                "status",
                "Actual");
        assertThat(rig.hub.alert(draft.id()).orElseThrow().content().status()).isEqualTo(Status.EXERCISE);
    }

    @Test
    void shouldFollowAnAlertInForce() {
        // Given
        Alert alert = inForce();

        // When
        String update = ana.get(path(alert, "/update")).body();
        HttpResponse<String> drafted = post(
                ana,
                path(alert, "/update"),
                path(alert, "/update"),
                "key",
                "k1",
                "areas",
                "D01",
                "template",
                "boil-water",
                "p.minutes",
                "5");
        HttpResponse<String> cancelled =
                post(ana, path(alert, "/cancel"), path(alert, "/cancel"), "key", "k2", "reason", "Tests were clean");

        // Then
        assertThat(update).contains("name=\"p.minutes\"").contains("value=\"3\"");
        assertThat(rig.alert(drafted).content().references()).hasSize(1);
        assertThat(rig.alert(drafted).state()).isEqualTo(AlertState.DRAFT);
        assertThat(ana.get(path(alert, "/all-clear")).body()).containsPattern("value=\"D03\" checked");
        assertThat(rig.alert(cancelled).state()).isEqualTo(AlertState.ISSUED);
        assertThat(post(ana, path(alert, "/cancel"), path(alert, "/cancel")).body())
                .contains("id=\"reason-error\"");
    }

    @Test
    void shouldFindAlerts() {
        // Given
        Alert alert = inForce();

        // Then
        assertThat(ana.get("/alerts?q=germs&state=issued&area=D03").body())
                .contains(path(alert, ""))
                .contains("1 alert");
        assertThat(ana.get("/alerts?state=draft").body()).contains("0 alerts");
        assertThat(ana.get("/templates").body()).contains("Boil water");
        assertThat(ana.get("/areas.geojson").body()).contains("FeatureCollection");
        assertThat(ana.get("/alerts/aaaaaaaaaaaaaaaaaaaaaaaaaa").statusCode()).isEqualTo(404);
    }

    /** Posts as a browser does, after the page with the form. */
    private static HttpResponse<String> post(ConsoleClient client, String from, String path, String... fields) {
        client.get(from);
        return client.post(path, fields);
    }

    private static Alert inForce() {
        return rig.inForce(ana, bo);
    }
}
