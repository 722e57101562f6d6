package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
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

    private static Office office;
    private static String ana;
    private static String ben;

    @BeforeAll
    static void open() {
        office = new Office();
        ana = office.cookie(Office.AUTHOR);
        ben = office.cookie(Office.APPROVER);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.hub.alerts.clear();
        office.hub.asked.clear();
    }

    @Test
    void shouldLeadFromAHazardToApproval() {
        // Given
        assertThat(office.get(ana, "/alerts/new").body()).contains("/console/alerts/new/boil-water");
        assertThat(office.get(ana, "/alerts/new/boil-water").body())
                .contains("Minutes to boil")
                .contains("<option value=\"Severe\" selected>");

        // When
        Alert draft = office.boil(ana);

        // Then
        assertThat(draft.state()).isEqualTo(AlertState.DRAFT);
        assertThat(draft.content().districts()).containsExactly("D01", "D03");
        assertThat(draft.content().template()).extracting(TemplateUse::id).isEqualTo("boil-water");
        String preview = office.get(ana, path(draft, "/preview")).body();
        assertThat(preview)
                .contains("Old Harbour, Market Hill")
                .contains("Boil it for 3 minutes")
                .contains("6,300")
                .contains("dir=\"rtl\"")
                .contains("2 h 20 min");

        // When
        HttpResponse<String> submitted =
                office.post(ana, path(draft, "/preview"), path(draft, "/submit"));

        // Then
        assertThat(submitted.statusCode()).isEqualTo(303);
        assertThat(office.get(ben, "/").body()).contains(path(draft, "/decide"));
        assertThat(office.get(ana, path(draft, "")).body()).contains("A second person must approve it");

        // When
        HttpResponse<String> approved = office.post(
                ben,
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
        AlertCommand.Approve command = (AlertCommand.Approve) office.hub.asked.getLast();
        assertThat(command.renditionsDigest()).isEqualTo(draft.content().renditionsDigest());
        assertThat(command.acknowledgeUnreviewed()).containsExactly("es", "ar");
        assertThat(office.get(ana, path(draft, "")).body())
                .contains("In force")
                .contains("Whom it has reached")
                .contains(path(draft, "/update"));
    }

    @Test
    void shouldShowFaultsAtTheirFieldsAndKeepWhatWasTyped() {
        HttpResponse<String> answer = office.post(
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
        assertThat(office.hub.asked).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAShape() {
        HttpResponse<String> answer = office.post(
                ana, "/alerts/new/boil-water", "/alerts/new/boil-water", "p.minutes", "3", "shapes", "somewhere");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"shapes-error\"").contains("somewhere");
    }

    @Test
    void shouldReadBackWhatAShapeMeans() {
        // Given a circle in the middle of the first district
        Alert draft = office.alert(office.post(
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
        String edit = office.get(ana, path(draft, "/edit")).body();
        assertThat(edit).contains("40.019").doesNotContainPattern("value=\"D01\" checked");
        assertThat(office.get(ana, path(draft, "/preview")).body()).contains("by the drawn shape");
    }

    @Test
    void shouldFillTheFormAgainFromTheStoredDraft() {
        // Given
        Alert draft = office.boil(ana);

        // When
        String form = office.get(ana, path(draft, "/edit")).body();
        HttpResponse<String> changed = office.post(
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
        Alert edited = office.alert(changed);
        assertThat(edited.id()).isEqualTo(draft.id());
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.content().texts().get("en").instruction()).contains("5 minutes");
    }

    @Test
    void shouldShowMarkupAsText() {
        // Given
        HttpResponse<String> saved = office.post(
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
        Alert draft = office.alert(saved);

        // Then
        for (String page : new String[] {"/preview", "/edit", ""}) {
            unharmed(office.get(ana, path(draft, page)));
        }
        office.post(ana, path(draft, "/preview"), path(draft, "/submit"));
        unharmed(office.get(ben, path(draft, "/decide")));
        unharmed(office.get(ben, "/"));
        unharmed(office.get(ben, "/alerts?q=" + "%3Cscript%3E"));
        unharmed(office.post(ben, path(draft, "/decide"), path(draft, "/return"), "reason", MARKUP));
        unharmed(office.get(ana, path(draft, "")));
        unharmed(office.post(
                ana, "/alerts/new/free", "/alerts/new/free", "t.en.headline", MARKUP, "shapes", MARKUP));
        unharmed(office.post(ana, "/alerts/new/boil-water", "/alerts/new/boil-water", "p.minutes", MARKUP));
    }

    private static void unharmed(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }

    @Test
    void shouldNotLetAuthorsDecideAboutTheirOwn() {
        // Given
        Alert draft = office.boil(ben);
        office.post(ben, path(draft, "/preview"), path(draft, "/submit"));

        // When
        String page = office.get(ben, path(draft, "/decide")).body();

        // Then
        assertThat(page)
                .contains("This is your own alert. A second person must approve it.")
                .doesNotContain(path(draft, "/approve"));
        assertThat(office.get(ana, path(draft, "/decide")).statusCode()).isEqualTo(403);
        assertThat(office.post(ben, path(draft, "/decide"), path(draft, "/approve"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldAskWhyItIsReturnedAndShowItToItsAuthor() {
        // Given
        Alert draft = office.boil(ana);
        office.post(ana, path(draft, "/preview"), path(draft, "/submit"));

        // When
        HttpResponse<String> mute = office.post(ben, path(draft, "/decide"), path(draft, "/return"));
        office.post(ben, path(draft, "/decide"), path(draft, "/return"), "reason", "Only the harbour");

        // Then
        assertThat(mute.statusCode()).isEqualTo(422);
        assertThat(mute.body()).contains("id=\"reason-error\"");
        assertThat(office.get(ana, "/").body()).contains("Reason: Only the harbour");
        assertThat(office.get(ana, path(draft, "/edit")).body()).contains("It was returned to you: Only the harbour");
    }

    @Test
    void shouldAskForThePlaceWhereLivesAreInDanger() {
        // Given
        Alert draft = office.alert(office.post(
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
        office.post(ana, path(draft, "/preview"), path(draft, "/submit"));

        // Then
        assertThat(office.get(ben, path(draft, "/decide")).body()).contains("name=\"placeName\"");
    }

    @Test
    void shouldKeepExercisesApart() {
        // When
        Alert draft = office.alert(office.post(
                ana,
                "/exercises/new/boil-water",
                "/exercises/new/boil-water",
                "p.minutes",
                "3",
                "areas",
                "D01"));

        // Then
        assertThat(draft.content().status()).isEqualTo(Status.EXERCISE);
        for (String page : new String[] {"/exercises/new", path(draft, "/preview"), path(draft, "/edit"), path(draft, "")}) {
            String body = office.get(ana, page).body();
            assertThat(body.split("EXERCISE – EXERCISE", -1)).as(page).hasSizeGreaterThan(2);
            assertThat(body).as(page).contains("playing");
        }
        assertThat(office.get(ana, "/alerts/new").body()).doesNotContain("playing");
        // Edited by the form of an alert it stays what it is.
        office.post(
                ana, path(draft, "/edit"), path(draft, "/edit"), "p.minutes", "3", "template", "boil-water", "areas", "D01",
                "status", "Actual");
        assertThat(office.hub.alert(draft.id()).orElseThrow().content().status()).isEqualTo(Status.EXERCISE);
    }

    @Test
    void shouldFollowAnAlertInForce() {
        // Given
        Alert alert = inForce();

        // When
        String update = office.get(ana, path(alert, "/update")).body();
        HttpResponse<String> drafted = office.post(
                ana,
                path(alert, "/update"),
                path(alert, "/update"),
                "key",
                "k1",
                "areas",
                "D01",
                "t.en.event",
                "Boil water",
                "t.en.headline",
                "Boil it longer",
                "t.en.instruction",
                "Boil it for 5 minutes.");
        HttpResponse<String> cancelled = office.post(
                ana, path(alert, "/cancel"), path(alert, "/cancel"), "key", "k2", "reason", "Tests were clean");

        // Then
        assertThat(update).contains("Tap water is not safe to drink");
        assertThat(office.alert(drafted).content().references()).hasSize(1);
        assertThat(office.alert(drafted).state()).isEqualTo(AlertState.DRAFT);
        assertThat(office.alert(cancelled).state()).isEqualTo(AlertState.ISSUED);
        assertThat(office.post(ana, path(alert, "/cancel"), path(alert, "/cancel")).body())
                .contains("id=\"reason-error\"");
    }

    @Test
    void shouldFindAlerts() {
        // Given
        Alert alert = inForce();

        // Then
        assertThat(office.get(ana, "/alerts?q=germs&state=issued&area=D03").body())
                .contains(path(alert, ""))
                .contains("1 alert");
        assertThat(office.get(ana, "/alerts?state=draft").body()).contains("0 alerts");
        assertThat(office.get(ana, "/templates").body()).contains("Boil water");
        assertThat(office.get(ana, "/areas.geojson").body()).contains("FeatureCollection");
        assertThat(office.get(ana, "/alerts/aaaaaaaaaaaaaaaaaaaaaaaaaa").statusCode())
                .isEqualTo(404);
    }

    static Alert inForce(Office office, String author, String approver) {
        Alert draft = office.boil(author);
        office.post(author, path(draft, "/preview"), path(draft, "/submit"));
        office.post(
                approver,
                path(draft, "/decide"),
                path(draft, "/approve"),
                "digest",
                draft.content().renditionsDigest());
        return office.hub.alert(draft.id()).orElseThrow();
    }

    private static Alert inForce() {
        return inForce(office, ana, ben);
    }

    private static String path(Alert alert, String page) {
        return "/alerts/" + alert.id() + page;
    }
}
