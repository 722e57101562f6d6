package org.carillon.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Objects;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.hub.demo.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Officers in a browser, residents with their telephones, and the router's own decisions between them. */
@ExtendWith(SharedHub.class)
class ConsoleIT {
    private static final String DISTRICT = "D09";

    @Test
    void shouldPublishAndCorrectFromTheConsole(RunningHub hub) {
        // Given
        DemoHttp http = new DemoHttp();
        Phone resident = new Phone(http, hub.demo().simulatorUrl(), "+15005570901");
        resident.text("JOIN " + DISTRICT);
        resident.next("The consent question");
        resident.text("YES");
        resident.next("The confirmation");
        try (http;
                Pictures pictures = Pictures.open();
                Page author = pictures.page();
                Page approver = pictures.page()) {
            // When
            signIn(author, hub, "author");
            author.click("details.new > summary");
            author.click("a[href$='/alerts/new/boil-water']");
            author.locator("input:focus").fill("3");
            author.check("[name=areas][value=" + DISTRICT + "]");
            author.click(".last button[type=submit]");
            author.waitForURL("**/preview");
            assertThat(author.locator("details.said[open] > .cards > .said-card")
                            .allInnerTexts())
                    .as("every channel side by side")
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(said -> assertThat(said).contains("Boil it for 3 minutes"));
            author.locator("form[action$='/submit'] button").first().click();
            author.waitForURL("**done=alerts.done.submitted");
            String alert = author.url().replaceFirst("\\?.*", "");
            signIn(approver, hub, "approver");
            approver.navigate(alert + "/decide");
            approver.click("form[action$='/approve'] button");
            approver.waitForURL("**done=alerts.done.approved");

            // Then
            assertThat(resident.next("The alert").body()).contains("Boil it for 3 minutes");

            // When
            author.navigate(alert);
            author.click("a.button.danger");
            author.waitForURL("**/correct");
            author.click("main button.danger");
            author.waitForURL("**done=alerts.done.corrected");

            // Then
            assertThat(resident.next("The correction").body()).contains("CORRECTION");
        }
    }

    private static void signIn(Page page, RunningHub hub, String role) {
        DemoFile.Officer officer = Objects.requireNonNull(hub.demo().officers().get(role));
        page.navigate(hub.demo().baseUrl() + "/console/sign-in");
        page.fill("[name=user]", officer.user());
        page.fill("[name=password]", officer.password());
        page.click("main button[type=submit]");
        page.waitForURL("**/sign-in/code**");
        page.fill("[name=code]", ConsoleSession.code(Objects.requireNonNull(officer.totpSecret())));
        page.click("main button[type=submit]");
        page.waitForURL("**/console/");
    }
}
