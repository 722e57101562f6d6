package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.ingest.console.alert.AlertRig.path;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.command.AlertCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LonePagesTest {
    private static final String PUBLIC = "What you type as your reason becomes public.";

    @Test
    void shouldSayThatTheReasonBecomesPublicAndIssueWithReasonPlaceAndSecondFactor() {
        try (AlertRig rig = new AlertRig(Duration.ZERO)) {
            // Given
            ConsoleClient ana = rig.console.signedIn("ana");
            Alert alert = waiting(rig, ana, "Extreme");
            assertThat(ana.get(path(alert, "")).body()).contains(path(alert, "/alone"));
            rig.console.clock.pass(Duration.ofMinutes(15));

            // When
            String page = ana.get(path(alert, "/alone")).body();
            HttpResponse<String> empty = ana.post(path(alert, "/alone"));
            HttpResponse<String> asked = issue(ana, alert, "");

            // Then
            assertThat(page.indexOf(PUBLIC)).isPositive().isLessThan(page.indexOf("name=\"reason\""));
            assertThat(page).contains("for ever").contains("This text is published");
            assertThat(empty.statusCode()).isEqualTo(422);
            assertThat(empty.body()).contains("href=\"#reason\"", "href=\"#placeName\"", PUBLIC);
            assertThat(asked.statusCode()).as("the second factor is too old").isEqualTo(422);
            assertThat(asked.body()).contains("href=\"#code\"").contains("Nobody answers at all");
            assertThat(rig.hub.alert(alert.id()).orElseThrow().state()).isEqualTo(AlertState.PENDING_APPROVAL);

            // When
            HttpResponse<String> issued = issue(ana, alert, rig.console.nextCode());

            // Then
            assertThat(issued.statusCode()).isEqualTo(303);
            AlertCommand.Approve command = (AlertCommand.Approve) rig.hub.asked.getLast();
            assertThat(command.reason()).isEqualTo("Nobody answers at all");
            assertThat(command.places()).containsExactly("D01");
            assertThat(command.actor().secondFactorAt()).isNotNull();
            assertThat(rig.hub.alert(alert.id()).orElseThrow().state()).isEqualTo(AlertState.ISSUED);
            assertThat(issue(ana, alert, "").statusCode()).as("a second time").isEqualTo(409);
        }
    }

    @Test
    void shouldSayFromWhenAndOfferItToItsAuthorOnly() {
        try (AlertRig rig = new AlertRig(Duration.ofMinutes(15))) {
            ConsoleClient ana = rig.console.signedIn("ana");
            Alert alert = waiting(rig, ana, "Extreme");

            assertThat(ana.get(path(alert, "/alone")).body())
                    .contains(PUBLIC)
                    .contains("Approvers have until")
                    .doesNotContain("name=\"reason\"");
            assertThat(rig.console.signedIn("all").get(path(alert, "/alone")).statusCode())
                    .isEqualTo(303);
            assertThat(rig.console.signedIn("bo").get(path(alert, "/alone")).statusCode())
                    .isEqualTo(403);

            rig.reviewed.clear();
            assertThat(ana.get(path(alert, "/alone")).statusCode())
                    .as("a language that nobody has reviewed")
                    .isEqualTo(303);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Extreme", "Severe"})
    void shouldNotBeOfferedWhereItIsNotAllowed(String severity) {
        Duration aloneAfter = severity.equals("Severe") ? Duration.ZERO : null;
        try (AlertRig rig = new AlertRig(aloneAfter)) {
            ConsoleClient ana = rig.console.signedIn("ana");
            Alert alert = waiting(rig, ana, severity);

            assertThat(ana.get(path(alert, "")).body()).doesNotContain(path(alert, "/alone"));
            assertThat(ana.get(path(alert, "/alone")).statusCode()).isEqualTo(303);
            assertThat(issue(ana, alert, "").statusCode()).isEqualTo(409);
            assertThat(rig.hub.alert(alert.id()).orElseThrow().state()).isEqualTo(AlertState.PENDING_APPROVAL);
        }
    }

    private static HttpResponse<String> issue(ConsoleClient client, Alert alert, String code) {
        return client.post(
                path(alert, "/alone"),
                "digest",
                alert.content().renditionsDigest(),
                "reason",
                "Nobody answers at all",
                "placeName",
                "Old Harbour",
                "code",
                code);
    }

    private static Alert waiting(AlertRig rig, ConsoleClient author, String severity) {
        Alert draft =
                rig.draft(author, "/alerts/new/flood", "p.place", "Old bridge", "severity", severity, "areas", "D01");
        author.get(path(draft, "/preview"));
        rig.reviewed.add(draft.id());
        return rig.submitted(author, draft);
    }
}
