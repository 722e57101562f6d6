package org.carillon.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.transparency.ActDecider;
import org.carillon.schemas.transparency.LoggedAct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real Chromium: rules of WCAG, keyboard, small screens and large letters, without scripts. */
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES =
            Path.of(System.getProperty("carillon.root"), "channel-adapters/web/target/screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String NOTHING_ASIDE = "document.documentElement.scrollWidth <= innerWidth";

    private static final Sample BOIL = Sample.of("boil");
    private static final Sample CLINIC =
            Sample.of("clinic").severity(Severity.MINOR).onlyIn("es").districts("D07");
    private static final Sample OLD = Sample.of("old").endedBy(AlertState.SUPERSEDED, Sample.NOON, BOIL);

    private static WebRig rig;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium: apt-get install chromium fonts-noto-core");
        rig = new WebRig();
        rig.alerts.put(BOIL, CLINIC, OLD);
        rig.log.append(FakeLog.policy());
        rig.log.append(FakeLog.act(
                new LoggedAct.SigningKey("AB" + ":CD".repeat(31), "EF" + ":01".repeat(31)),
                ActDecider.SECOND_ADMINISTRATOR));
        rig.log.append(FakeLog.issued(OLD));
        rig.log.append(FakeLog.issued(BOIL));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            playwright.close();
            rig.close();
        }
    }

    static List<String> pages() {
        String code = "/verify?code=" + BOIL.alert().verificationCode();
        List<String> pages = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            for (String page : List.of("/", "/alerts/" + BOIL.id(), "/subscribe", "/transparency", code)) {
                pages.add("/" + language + page);
            }
        }
        pages.addAll(
                List.of("/es/alerts/" + OLD.id(), "/es/areas/D02", "/es/areas/nowhere", "/es/verify?code=0000-0000"));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldKeepTheRulesOnASmallScreenByDay(String path) {
        check(path, 320, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldKeepTheRulesOnALargeScreenByNight(String path) {
        check(path, 1280, ColorScheme.DARK);
    }

    /** 400 % of a window of 1280 pixels is a window of 320; letters of twice the size are asked for on top of that. */
    private static void check(String path, int width, ColorScheme scheme) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme));
                Page page = context.newPage()) {
            page.navigate(rig.base + path);
            // The form that scripts show is checked like the rest.
            page.evaluate("document.querySelectorAll('[hidden]').forEach(e => e.hidden = false)");
            assertThat(new AxeBuilder(page)
                            .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                                    .map(v -> v.getId() + ": " + v.getNodes())
                                    .toList())
                    .isEmpty();
            assertThat(page.evaluate(NOTHING_ASIDE)).isEqualTo(true);
            picture(page, path, Integer.toString(width));
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat(page.evaluate(NOTHING_ASIDE)).as("with large letters").isEqualTo(true);
            picture(page, path, width + "-large");
        }
    }

    @Test
    void shouldBeReachedByKeyboardAlone() {
        try (Page page = browser.newPage()) {
            page.navigate(rig.base + "/en/");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
        }
        try (Page page = browser.newPage()) {
            page.navigate(rig.base + "/en/");
            long links = page.locator("a").count();
            Set<Object> seen = new HashSet<>();
            for (int i = 0; i < links; i++) {
                page.keyboard().press("Tab");
                seen.add(page.evaluate("document.activeElement.outerHTML"));
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .isEqualTo("solid");
            }
            assertThat(seen).hasSize((int) links);
        }
    }

    @Test
    void shouldSayAllWithoutScriptsAndStyles() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                Page page = context.newPage()) {
            page.route("**/assets/*", route -> route.abort());
            page.navigate(rig.base + "/en/subscribe");
            assertThat(page.locator("main").innerText())
                    .contains("Text the word JOIN to this number:")
                    .contains("+15005550006")
                    .contains("scripts, which are off");
            assertThat(page.locator("#push").isVisible()).isFalse();
            page.navigate(rig.base + "/en/");
            assertThat(page.locator("main").innerText()).contains("URGENT").contains("Severe danger");
        }
    }

    @Test
    void shouldShowDangerInForcedColoursAndOnPaper() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setViewportSize(360, 800));
                Page page = context.newPage()) {
            page.navigate(rig.base + "/en/");
            assertThat(page.locator(".kind").first().isVisible()).isTrue();
            picture(page, "/en/", "forced-colors");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator("nav").first().isVisible()).isFalse();
            assertThat(page.locator(".do").first().isVisible()).isTrue();
            picture(page, "/en/", "print");
        }
    }

    @Test
    void shouldLeadNowhereThatIsNotThere() {
        Set<String> known = new HashSet<>();
        List<String> open = new ArrayList<>(List.of("/en/"));
        try (Page page = browser.newPage()) {
            while (!open.isEmpty()) {
                String path = open.removeFirst();
                if (!known.add(path)) {
                    continue;
                }
                var answer = rig.get(path);
                // 410: the log leads to alerts that have ended, whose pages say so.
                assertThat(answer.statusCode()).as(path).isIn(200, 302, 410);
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                    page.navigate(rig.base + path);
                    for (Object link : (List<?>) page.evaluate("[...document.querySelectorAll('[href],[src]')]"
                            + ".map(e => e.href || e.src).filter(url => url.startsWith('http'))")) {
                        URI url = URI.create((String) link);
                        assertThat(url.getAuthority()).as("no host but ours").isEqualTo(rig.base.getAuthority());
                        open.add(url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
                    }
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(60);
    }

    /** A picture to look at, and the page for validators that are run by hand. */
    private static void picture(Page page, String path, String how) {
        String name = path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + "." + how + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
        try {
            Files.writeString(
                    PICTURES.resolve(name.replaceFirst("\\..*", ".html")),
                    rig.get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
