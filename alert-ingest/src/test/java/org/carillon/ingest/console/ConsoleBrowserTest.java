package org.carillon.ingest.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.admin.SigningKeyFeature;
import org.carillon.ingest.office.SigningDesk;
import org.carillon.ingest.signature.TestIdentity;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.keys.OfficeKeys;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.OfficeCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about accounts in a real Chromium. */
@ExtendWith(SharedBrowser.class)
class ConsoleBrowserTest {
    private static final List<String> OPEN = List.of("/sign-in");
    private static final List<String> SIGNED_IN = List.of(
            "/account",
            "/account/password",
            "/account/second-factor",
            "/account/duty",
            "/officers",
            "/officers/new",
            "/officers/ana",
            "/stations",
            "/stations/new",
            "/stations/radio-sol",
            "/acts",
            "/acts/a1",
            "/acts/a2",
            "/acts/a4",
            "/signing-key",
            "/nothing");

    private static ConsoleRig rig;
    private static Walk walk;

    @BeforeAll
    static void start(Browser browser, @TempDir Path temp) {
        FakeOffice office = new FakeOffice();
        SigningDesk desk = new SigningDesk(TestIdentity.ringIn(temp.resolve("keys")), office, TestHub.CLOCK);
        SigningKeyFeature signing = SigningKeyPagesTest.feature(office, desk);
        desk.propose(office.desk(OfficeKeys.ephemeral(), TestHub.CLOCK).acts(), "root", "yearly change");
        rig = new ConsoleRig(office, signing);
        walk = new Walk(browser, rig);
        propose("a1", "second", "She also approves <b>now</b>");
        propose("a2", "root", "A quite long reason: ".repeat(8));
        rig.office.ask(new OfficeCommand.Confirm("c3", rig.clock.instant(), "second", "a2", "seen"));
        propose("a3", "root", "waits");
        rig.office.ask(new OfficeCommand.Recover(
                "c4", rig.clock.instant(), "operator", "a4", "second", "$argon2id$x", "telephone lost"));
    }

    private static void propose(String id, String by, String why) {
        AdminAct act = new AdminAct.ChangeOfficer(
                "ana", "Ana", Set.of(Role.AUTHOR, Role.APPROVER), "health@port-maravel.example", true);
        rig.office.ask(new OfficeCommand.Propose("c-" + id, rig.clock.instant(), by, id, act, why));
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, DARK, en", "1440, LIGHT, en", "360, LIGHT, ar"})
    void shouldKeepTheRulesOnEveryPage(int width, ColorScheme scheme, String language) {
        try (BrowserContext guest = walk.context("", width, scheme, language);
                Page page = guest.newPage()) {
            for (String path : OPEN) {
                page.navigate(walk.at(path).toString());
                walk.check(page, name(path, language, width));
            }
        }
        try (BrowserContext root = walk.context("root", width, scheme, language);
                Page page = root.newPage()) {
            for (String path : SIGNED_IN) {
                page.navigate(walk.at(path).toString());
                walk.check(page, name(path, language, width));
            }
            page.navigate(walk.at("/officers/new").toString());
            page.locator("main button[type=submit]").first().click();
            walk.awaitFocus(page, ".errors");
            walk.check(page, name("/officers/wrong", language, width));
        }
    }

    @Test
    void shouldBeReachedByKeyboardAlone() {
        try (BrowserContext root = walk.context("root", 1280, ColorScheme.LIGHT);
                Page page = root.newPage()) {
            for (String path : List.of(
                    "/account",
                    "/account/duty",
                    "/officers/ana",
                    "/stations/new",
                    "/acts",
                    "/acts/a1",
                    "/signing-key")) {
                page.navigate(walk.at(path).toString());
                walk.checkKeyboard(page, path);
            }
        }
    }

    @Test
    void shouldSignInByKeyboardAloneAndWithoutScripts() {
        try (BrowserContext context = walk.withoutScripts();
                Page page = context.newPage()) {
            page.navigate(walk.at("/account").toString());
            walk.awaitFocus(page, "#user");
            page.keyboard().type("ana");
            page.keyboard().press("Tab");
            page.keyboard().type(ConsoleRig.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in/code**");
            walk.awaitFocus(page, "#code");
            page.keyboard().type(rig.nextCode());
            page.keyboard().press("Enter");
            page.waitForURL("**/console/account");
            assertThat(page.locator("main").innerText()).contains("Your account");
        }
    }

    private static String name(String path, String language, int width) {
        return path.substring(1).replace('/', '-') + '-' + language + '-' + width;
    }
}
