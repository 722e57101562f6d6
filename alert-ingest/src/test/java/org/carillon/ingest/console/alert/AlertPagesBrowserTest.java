package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.reach.Reach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages about alerts in a real Chromium: rules of WCAG, keyboard, small screens and large letters, map and progress. */
class AlertPagesBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES =
            Path.of(System.getProperty("carillon.root", ".."), "alert-ingest/target/screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String NOTHING_ASIDE = "document.documentElement.scrollWidth <= innerWidth";

    private static Office office;
    private static Playwright playwright;
    private static Browser browser;
    private static String ana;
    private static String ben;
    private static Alert inForce;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium: apt-get install chromium fonts-noto-core");
        office = new Office();
        ana = office.cookie(Office.AUTHOR);
        ben = office.cookie(Office.APPROVER);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
        alerts();
    }

    /** One of each kind, so that every page has something to show. */
    private static void alerts() {
        inForce = AlertPagesTest.inForce(office, ana, ben);
        office.hub.reach.put(inForce.id(), reach(inForce, 1800));
        Alert draft = office.boil(ana, "shapes", "40.02,-17.99 1.2 km");
        Alert flood = office.alert(office.post(
                ana, "/alerts/new/flood", "/alerts/new/flood", "p.place", "Old bridge", "areas", "D04", "areas", "D08"));
        office.post(ana, "/alerts/" + flood.id() + "/preview", "/alerts/" + flood.id() + "/submit");
        Alert exercise = office.alert(office.post(
                ana, "/exercises/new/storm", "/exercises/new/storm", "p.start", "2026-11-22T18:00", "p.wind", "110",
                "areas", "D01"));
        PAGES.put("start", "/");
        PAGES.put("list", "/alerts?q=water");
        PAGES.put("choose", "/alerts/new");
        PAGES.put("fill", "/alerts/new/vaccination");
        PAGES.put("fill-free", "/alerts/new/free");
        PAGES.put("edit", "/alerts/" + draft.id() + "/edit");
        PAGES.put("preview", "/alerts/" + draft.id() + "/preview");
        PAGES.put("decide", "/alerts/" + flood.id() + "/decide");
        PAGES.put("in-force", "/alerts/" + inForce.id());
        PAGES.put("update", "/alerts/" + inForce.id() + "/update");
        PAGES.put("cancel", "/alerts/" + inForce.id() + "/cancel");
        PAGES.put("correct", "/alerts/" + inForce.id() + "/correct");
        PAGES.put("exercise-choose", "/exercises/new");
        PAGES.put("exercise-preview", "/alerts/" + exercise.id() + "/preview");
        PAGES.put("templates", "/templates");
    }

    private static Reach reach(Alert alert, long sent) {
        Counts sms = new Counts(4200, sent, sent / 2, 12, 3);
        return new Reach(
                alert.id(),
                16,
                Map.of("sms", sms, "push", new Counts(900, 900, 0, 0, 0)),
                Map.of("en", sms, "ar", new Counts(310, 310, 100, 0, 0)),
                Map.of("D01", sms, "D03", new Counts(900, 900, 0, 0, 0)),
                new Latencies(List.of(1L, 5L), 20, 900),
                new RadioReach(2, 1));
    }

    @AfterAll
    static void stop() {
        if (office != null) {
            playwright.close();
            office.close();
        }
    }

    @Test
    void shouldKeepTheRulesOnEveryPage() {
        List<String> found = new ArrayList<>();
        PAGES.forEach((name, path) -> {
            found.addAll(check(name, path, 360, ColorScheme.LIGHT));
            found.addAll(check(name, path, 1440, ColorScheme.DARK));
        });
        assertThat(found).isEmpty();
    }

    /** 400 % of a window of 1440 pixels is a window of 360; letters of twice the size are asked for on top of that. */
    private static List<String> check(String name, String path, int width, ColorScheme scheme) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = signedIn(ben, width, scheme, true);
                Page page = context.newPage()) {
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.navigate(office.base + "/console" + path);
            page.waitForFunction("![...document.querySelectorAll('.map')].some(map => map.hidden)");
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            new AxeBuilder(page)
                    .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                            .map(v -> name + " at " + width + ": " + v.getId() + ": " + v.getNodes())
                            .forEach(found::add);
            if (!Boolean.TRUE.equals(page.evaluate(NOTHING_ASIDE))) {
                found.add(name + " at " + width + ": wider than its window");
            }
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            if (!Boolean.TRUE.equals(page.evaluate(NOTHING_ASIDE))) {
                found.add(name + " at " + width + " with large letters: wider than its window");
            }
            page.evaluate("document.documentElement.style.fontSize = ''");
            errors.forEach(error -> found.add(name + ": " + error));
            page.reload();
            page.waitForFunction("![...document.querySelectorAll('.map')].some(map => map.hidden)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "." + width + ".png"))
                    .setFullPage(true));
        }
        return found;
    }

    @Test
    void shouldBeFilledInAndSubmittedByKeyboardAlone() {
        try (BrowserContext context = signedIn(ana, 1440, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            // Given
            page.navigate(office.base + "/console/alerts/new");
            follow(page, "a[href$='/alerts/new/boil-water']");
            page.waitForURL("**/boil-water");

            // When
            reach(page, "[name='p.minutes']");
            page.keyboard().type("3");
            reach(page, "[name='areas'][value='D02']");
            page.keyboard().press("Space");
            assertThat(page.locator(".sum").innerText()).contains("people live in the districts");
            reach(page, "form[action$='boil-water'] button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL("**/preview");
            reach(page, "form[action$='/submit'] button");
            page.keyboard().press("Enter");
            page.waitForURL("**done=alerts.done.submitted");

            // Then
            assertThat(page.locator(".done").innerText()).contains("Submitted");
        }
    }

    @Test
    void shouldDrawOnTheMapWhatTheFieldSays() {
        try (BrowserContext context = signedIn(ana, 1440, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            page.navigate(office.base + "/console/alerts/new/boil-water");
            page.locator(".map .district").first().waitFor();
            var box = page.locator(".map").boundingBox();
            page.locator("[data-tool=polygon]").click();
            for (int[] corner : new int[][] {{0, 0}, {80, 0}, {80, 80}}) {
                page.mouse().click(box.x + box.width / 2 + corner[0], box.y + box.height / 2 + corner[1]);
            }
            page.locator("[data-tool=finish]").click();
            assertThat(page.locator("[name=shapes]").inputValue()).matches("(-?[\\d.]+,-?[\\d.]+ ?){3}");
            assertThat(page.locator(".map path.shape").count()).isEqualTo(1);
            page.locator("[data-tool=clear]").click();
            assertThat(page.locator("[name=shapes]").inputValue()).isEmpty();
            // A click on a district ticks its box, and the other way round.
            page.locator("[name=areas][value=D01]").check();
            assertThat(page.locator(".map .district.chosen").count()).isEqualTo(1);
            page.locator(".map .district.chosen").click();
            assertThat(page.locator("[name=areas][value=D01]").isChecked()).isFalse();
        }
    }

    @Test
    void shouldRenewTheNumbersByItself() {
        try (BrowserContext context = signedIn(ana, 1440, ColorScheme.LIGHT, true);
                Page page = context.newPage()) {
            page.navigate(office.base + "/console/alerts/" + inForce.id());
            office.hub.reach.put(inForce.id(), reach(inForce, 4000));
            page.waitForFunction("document.querySelector('#reach').innerText.includes('4,900 of 5,100')");
        }
        office.hub.reach.put(inForce.id(), reach(inForce, 1800));
    }

    @Test
    void shouldWorkWithoutScripts() {
        try (BrowserContext context = signedIn(ana, 360, ColorScheme.LIGHT, false);
                Page page = context.newPage()) {
            page.navigate(office.base + "/console/alerts/new/water-outage");
            assertThat(page.locator(".map").isVisible()).isFalse();
            page.locator("[name='p.start']").fill("2026-11-23T08:00");
            page.locator("[name='p.end']").fill("2026-11-23T18:00");
            page.locator("[name=areas][value=D05]").check();
            page.locator("main button[type=submit]").click();
            page.waitForURL("**/preview");
            page.locator("form[action$='/submit'] button").first().click();
            page.waitForURL("**done=alerts.done.submitted");
        }
        assertThat(office.hub.alerts.values())
                .anyMatch(alert -> alert.state() == AlertState.PENDING_APPROVAL
                        && alert.content().districts().equals(List.of("D05")));
    }

    private static BrowserContext signedIn(String cookie, int width, ColorScheme scheme, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
        context.addCookies(
                List.of(new Cookie("carillon_session", cookie).setUrl(office.base + "/console/")));
        return context;
    }

    /** Goes on with the tab key until that is in focus, and sees that the focus is seen. */
    private static void reach(Page page, String selector) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .isEqualTo("solid");
                return;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector);
    }

    private static void follow(Page page, String selector) {
        reach(page, selector);
        page.keyboard().press("Enter");
    }
}
