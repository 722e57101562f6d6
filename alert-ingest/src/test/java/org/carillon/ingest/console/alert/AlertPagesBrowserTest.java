package org.carillon.ingest.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.ingest.console.alert.AlertRig.path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.ingest.console.ConsoleRig;
import org.carillon.ingest.console.SharedBrowser;
import org.carillon.ingest.console.Walk;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.reach.Counts;
import org.carillon.schemas.reach.Latencies;
import org.carillon.schemas.reach.RadioReach;
import org.carillon.schemas.reach.Reach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about alerts in a real Chromium: rules of WCAG, keyboard, small screens, map, progress, and a whole alert. */
@ExtendWith(SharedBrowser.class)
class AlertPagesBrowserTest {
    /** Pages from sign-in to approved. */
    private static final int MOST_PAGES = 6;

    private static final String MAPS_SHOWN = "() => ![...document.querySelectorAll('.map')].some(map => map.hidden)";

    private static final String UNFOLD =
            "document.querySelectorAll('details.said, details.language').forEach((d, i) => { if (i < 3) d.open = true })";

    private static AlertRig rig;
    private static Walk walk;
    private static Alert inForce;
    private static Alert own;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start(Browser browser) {
        rig = new AlertRig(Duration.ZERO);
        walk = new Walk(browser, rig.console);
        ConsoleClient ana = rig.console.signedIn("ana");
        ConsoleClient bo = rig.console.signedIn("bo");
        inForce = rig.inForce(ana, bo);
        rig.hub.reach.put(inForce.id(), reach(1800));
        Alert draft = rig.boil(ana, "shapes", "40.02,-17.99 1.2 km");
        Alert flood = rig.submitted(
                ana, rig.draft(ana, "/alerts/new/flood", "p.place", "Old bridge", "areas", "D04", "areas", "D08"));
        Alert exercise = rig.draft(ana, "/exercises/new/boil-water", "p.minutes", "3", "areas", "D01");
        ConsoleClient all = rig.console.signedIn("all");
        Alert lone =
                rig.draft(all, "/alerts/new/flood", "p.place", "Old bridge", "severity", "Extreme", "areas", "D04");
        rig.reviewed.add(lone.id());
        rig.submitted(all, lone);
        own = rig.own(
                ana,
                "t.en.event",
                "Gas",
                "t.en.headline",
                "DANGER: gas in the air",
                "t.en.instruction",
                "Go to the school in Mill Street by 19:00 and take with you all that you need for one night, that is warm"
                        + " clothes, water, food, papers and a lamp.",
                "t.es.event",
                "Gas",
                "t.es.headline",
                "Gas en el aire",
                "t.es.instruction",
                "Salga antes de las 18:00.");
        PAGES.put("start", "/");
        PAGES.put("list", "/alerts?q=water");
        PAGES.put("choose", "/alerts/new");
        PAGES.put("fill", "/alerts/new/vaccination");
        PAGES.put("fill-free", "/alerts/new/free");
        PAGES.put("edit", path(draft, "/edit"));
        PAGES.put("preview", path(draft, "/preview"));
        PAGES.put("decide", path(flood, "/decide"));
        PAGES.put("alone", path(lone, "/alone"));
        PAGES.put("in-force", path(inForce, ""));
        PAGES.put("update", path(inForce, "/update"));
        PAGES.put("cancel", path(inForce, "/cancel"));
        PAGES.put("correct", path(inForce, "/correct"));
        PAGES.put("exercise-choose", "/exercises/new");
        PAGES.put("exercise-preview", path(exercise, "/preview"));
        PAGES.put("templates", "/templates");
    }

    private static Reach reach(long sent) {
        Counts sms = new Counts(4200, sent, sent / 2, 12, 3);
        Counts push = new Counts(900, 900, 0, 0, 0);
        return new Reach(
                inForce.id(),
                16,
                Map.of("sms", sms, "push", push),
                Map.of("en", sms, "ar", push),
                Map.of("D01", sms, "D03", push),
                new Latencies(List.of(1L, 5L), 20, 900),
                new RadioReach(2, 1));
    }

    @AfterAll
    static void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT, en", "1440, DARK, en"})
    void shouldKeepTheRulesOnEveryPage(int width, ColorScheme scheme) {
        List<String> errors = new ArrayList<>();
        try (BrowserContext context = walk.context("all", width, scheme);
                Page page = context.newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(page.url() + ": " + message.text());
                }
            });
            PAGES.forEach((name, path) -> {
                show(page, path);
                page.evaluate(UNFOLD);
                walk.check(page, name + "-en-" + width);
            });
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void shouldReadFromRightToLeftInArabic() {
        try (BrowserContext narrow = walk.context("all", 360, ColorScheme.DARK, "ar");
                Page small = narrow.newPage();
                BrowserContext wide = walk.context("all", 1440, ColorScheme.LIGHT, "ar");
                Page large = wide.newPage()) {
            Map<String, String> pages = new LinkedHashMap<>(PAGES);
            pages.put("warnings", path(own, "/preview"));
            pages.put("hints", path(own, "/edit"));
            for (String name :
                    List.of("start", "list", "fill", "preview", "decide", "in-force", "correct", "warnings", "hints")) {
                String path = Objects.requireNonNull(pages.get(name), name);
                show(small, path);
                assertThat(small.locator("html").getAttribute("dir")).isEqualTo("rtl");
                assertThat(small.locator(".unreviewed").innerText()).contains("لم يراجع");
                small.evaluate(UNFOLD);
                walk.check(small, name + "-ar-360");
                show(large, path);
                large.evaluate(UNFOLD);
                walk.checkLayout(large, name + "-ar-1440");
            }
        }
    }

    private static void show(Page page, String path) {
        page.navigate(walk.at(path).toString());
        page.waitForFunction(MAPS_SHOWN);
    }

    @Test
    void shouldBeReachedByKeyboardAlone() {
        try (BrowserContext context = walk.context("all", 1280, ColorScheme.LIGHT);
                Page page = context.newPage()) {
            for (String name : List.of("start", "list", "fill", "preview", "decide", "alone", "in-force", "correct")) {
                show(page, Objects.requireNonNull(PAGES.get(name), name));
                walk.checkKeyboard(page, name);
            }
        }
    }

    @Test
    void shouldDrawOnTheMapWhatTheFieldSays() {
        try (BrowserContext context = walk.context("ana", 1440, ColorScheme.LIGHT);
                Page page = context.newPage()) {
            show(page, "/alerts/new/boil-water");
            page.locator(".map").scrollIntoViewIfNeeded();
            page.locator("[data-tool=polygon]").click();
            BoundingBox box = page.locator(".map").boundingBox();
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
            assertThat(page.locator(".sum").innerText()).contains("people live in the districts");
            page.locator(".map .district.chosen").click();
            assertThat(page.locator("[name=areas][value=D01]").isChecked()).isFalse();
        }
    }

    @Test
    void shouldHintWhileSomebodyTypes() {
        try (BrowserContext context = walk.context("ana", 1440, ColorScheme.LIGHT);
                Page page = context.newPage()) {
            show(page, "/alerts/new/free");
            page.locator("[name='t.en.headline']").pressSequentially("LEAVE THE AREA");
            page.waitForFunction(
                    "() => document.querySelector('#hints-en-headline').innerText.includes('small letters')"
                            + " && document.querySelector('#hints-en-length').innerText.includes('As a text message')");
            assertThat(page.locator("[name='t.en.headline']").getAttribute("aria-describedby"))
                    .isEqualTo("hints-en-headline");
            assertThat(page.locator("#hints-en-headline").getAttribute("aria-live"))
                    .isEqualTo("polite");
            walk.check(page, "hints");
        }
    }

    @Test
    void shouldRenewTheNumbersByItself() {
        try (BrowserContext context = walk.context("ana", 1440, ColorScheme.LIGHT);
                Page page = context.newPage()) {
            show(page, path(inForce, ""));
            rig.hub.reach.put(inForce.id(), reach(4000));
            page.waitForFunction("() => document.querySelector('#reach').innerText.includes('4,900 of 5,100')");
        } finally {
            rig.hub.reach.put(inForce.id(), reach(1800));
        }
    }

    @Test
    void shouldTakeFewPagesFromSignInToApprovedWithoutScripts() {
        List<String> pages = new ArrayList<>();
        try (BrowserContext author = walk.withoutScripts();
                Page page = author.newPage();
                BrowserContext approver = walk.context("bo", 1280, ColorScheme.LIGHT);
                Page other = approver.newPage()) {
            // Given an approver who is on duty and signed in
            Consumer<Page> seen = shown -> {
                if (pages.isEmpty() || !pages.getLast().equals(shown.url())) {
                    pages.add(shown.url());
                }
            };
            // When
            page.navigate(walk.at("/").toString());
            seen.accept(page);
            page.locator("#user").fill("ana");
            page.locator("#password").fill(ConsoleRig.PASSWORD);
            page.locator("main button[type=submit]").first().click();
            page.waitForURL(Pattern.compile(".*/sign-in/code.*"));
            seen.accept(page);
            page.locator("#code").fill(rig.console.nextCode());
            page.locator("main button[type=submit]").first().click();
            page.waitForURL(Pattern.compile(".*/console/(\\?.*)?"));
            seen.accept(page);
            page.locator("details.new > summary").click();
            page.locator("a[href$='/alerts/new/water-outage']").click();
            page.waitForURL("**/water-outage");
            seen.accept(page);
            assertThat(page.locator(".map").isVisible()).isFalse();
            page.locator("[name='p.start']").fill("2026-11-23T08:00");
            page.locator("[name='p.end']").fill("2026-11-23T18:00");
            page.locator("[name=areas][value=D05]").check();
            page.locator("main button[type=submit]").click();
            page.waitForURL("**/preview");
            seen.accept(page);
            page.locator("form[action$='/submit'] button").first().click();
            page.waitForURL("**done=alerts.done.submitted");
            String alert = page.url().replaceFirst("\\?.*", "");
            other.navigate(alert + "/decide");
            seen.accept(other);
            for (var box : other.locator("[name=acknowledge]").all()) {
                box.check();
            }
            other.locator("form[action$='/approve'] button").click();
            other.waitForURL("**done=alerts.done.approved");
        }
        // Then
        assertThat(pages).hasSizeLessThanOrEqualTo(MOST_PAGES);
        assertThat(rig.hub.alerts.values())
                .anyMatch(alert -> alert.state() == AlertState.ISSUED
                        && alert.content().districts().equals(List.of("D05")));
    }
}
