package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.ingest.console.alert.AlertRig.path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.ingest.console.ConsoleRig;
import org.carillon.ingest.console.Human;
import org.carillon.ingest.console.SharedBrowser;
import org.carillon.ingest.console.Walk;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.command.AlertCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long officers need, in a real Chromium at human speed: see {@link Human}. */
@ExtendWith(SharedBrowser.class)
class SpeedBrowserTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(SpeedBrowserTest.class);
    private static final int MOST_PAGES = 6;
    private static final double TO_APPROVED = 90;
    private static final int MOST_CLICKS = 2;
    private static final double TO_CORRECTED = 60;
    private static final int WIDTH = 1440;

    private static AlertRig rig;
    private static Walk walk;

    @BeforeAll
    static void start(Browser browser) {
        rig = new AlertRig();
        walk = new Walk(browser, rig.console);
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void shouldTakeFewPagesAndLittleTimeFromSignInToApproved(String language) {
        Human human = new Human();
        Set<String> pages = new LinkedHashSet<>();
        try (BrowserContext author = walk.context("", WIDTH, ColorScheme.LIGHT, language);
                Page page = author.newPage();
                BrowserContext approver = walk.context("bo", WIDTH, ColorScheme.LIGHT, language);
                Page other = approver.newPage()) {
            // Given the sign-in page, and an approver who is on duty and signed in
            page.navigate(walk.at("/sign-in").toString());
            pages.add(page.url());

            // When the author signs in
            human.type(page, "ana", "user name");
            human.press(page, "Tab", "to the password");
            human.typeOn(page, ConsoleRig.PASSWORD, "password");
            human.pressTo(page, "Enter", "sign in", "**/sign-in/code**");
            pages.add(page.url());
            human.look("the code on the telephone");
            human.typeOn(page, rig.console.nextCode(), "code");
            human.pressTo(page, "Enter", "sign in", "**/console/");
            pages.add(page.url());

            // And chooses, fills in, looks at it and submits
            human.click(page.locator("details.new > summary"), "new alert");
            human.clickTo(page.locator("a[href$='/alerts/new/boil-water']"), "boil water", "**/boil-water");
            pages.add(page.url());
            human.type(page, "3", "minutes to boil");
            human.click(page.locator("[name=areas][value=D05]"), "district");
            human.clickTo(page.locator(".last button[type=submit]"), "save and preview", "**/preview");
            pages.add(page.url());
            readBack(human, page);
            human.clickTo(
                    page.locator("form[action$='/submit'] button").first(),
                    "submit for approval",
                    "**done=alerts.done.submitted");
            String alert = page.url().replaceFirst("\\?.*", "");

            // And the approver follows the message, reads it back and approves
            other.navigate(alert + "/decide");
            pages.add(other.url());
            human.look("the message on the telephone");
            readBack(human, other);
            List<Locator> unreviewed = other.locator("[name=acknowledge]").all();
            human.click(unreviewed.getFirst(), "first unreviewed language");
            unreviewed.stream().skip(1).forEach(box -> human.clickNext(box, "next unreviewed language"));
            human.clickTo(other.locator("form[action$='/approve'] button"), "approve", "**done=alerts.done.approved");
        }

        // Then
        LOGGER.atWarn().log("from sign-in to approved ({}), {} pages:\n{}", language, pages.size(), human.report());
        assertThat(rig.hub.alerts.values())
                .anyMatch(alert -> alert.state() == AlertState.ISSUED
                        && alert.content().districts().equals(List.of("D05")));
        assertThat(pages).hasSizeLessThanOrEqualTo(MOST_PAGES);
        assertThat(human.seconds()).as(human.report()).isLessThanOrEqualTo(TO_APPROVED);
    }

    private static void readBack(Human human, Page page) {
        human.read(page.locator("main"), "everything on " + page.url().replaceFirst(".*/", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void shouldTakeTwoClicksAndLittleTimeToCorrectAFalseAlarm(String language) {
        // Given an alert in force, and an officer whose second factor is some time ago
        ConsoleClient ana = rig.console.signedIn("ana");
        Alert alert = rig.inForce(ana, rig.console.signedIn("bo"));
        Human human = new Human();
        try (BrowserContext officer = walk.context("ana", WIDTH, ColorScheme.LIGHT, language);
                Page page = officer.newPage()) {
            rig.console.clock.pass(Duration.ofMinutes(15));
            page.navigate(walk.at(path(alert, "")).toString());

            // When
            human.clickTo(page.locator("a.button.danger"), "correct a false alarm", "**/correct");
            human.read(page.locator("main"), "everything on the page");
            human.look("the code on the telephone");
            human.typeOn(page, rig.console.nextCode(), "code");
            human.clickTo(page.locator("main button.danger"), "send the correction", "**done=alerts.done.corrected");
        }

        // Then
        LOGGER.atWarn().log("correction ({}):\n{}", language, human.report());
        assertThat(rig.hub.alerts.values())
                .anyMatch(correction -> correction.state() == AlertState.ISSUED
                        && correction.content().msgType() == MsgType.CANCEL
                        && correction.content().references().stream()
                                .anyMatch(to ->
                                        to.identifier().equals(alert.content().identifier())));
        assertThat(rig.hub.asked.getLast()).isInstanceOfSatisfying(AlertCommand.Submit.class, command -> {
            assertThat(command.correction()).isTrue();
            assertThat(command.actor().secondFactorAt()).isNotNull();
        });
        assertThat(human.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
        assertThat(human.seconds()).as(human.report()).isLessThan(TO_CORRECTED);
    }
}
