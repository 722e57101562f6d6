package org.carillon.ingest.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A real Chromium, and what every page of the console has to stand: rules of WCAG, small screens, large letters, the keyboard. */
public final class Walk {
    private static final Path PICTURES =
            Path.of(System.getProperty("carillon.root", ".."), "alert-ingest/target/screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String NOTHING_ASIDE = "document.documentElement.scrollWidth <= innerWidth";
    /** What is wider than the window. */
    private static final String TOO_WIDE = "[...document.querySelectorAll('main *')].filter(e =>"
            + " e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className).slice(-4)";

    private static final String FOCUSABLE = "[...document.querySelectorAll('a[href],button,input:not([type=hidden]),"
            + "select,textarea,summary,[tabindex=\"0\"]')].filter(e => !e.disabled && e.tabIndex >= 0"
            + " && e.getClientRects().length > 0 && e.checkVisibility())";

    private static final int MORE_STOPS = 40;

    private final Browser browser;
    private final ConsoleRig rig;

    public Walk(Browser browser, ConsoleRig rig) {
        this.browser = browser;
        this.rig = rig;
    }

    /** A browser of that width in which that officer is signed in; empty for nobody. */
    public BrowserContext context(String user, int width, ColorScheme scheme) {
        return context(user, width, scheme, "en");
    }

    /** As {@link #context(String, int, ColorScheme)}, with pages in that language. */
    public BrowserContext context(String user, int width, ColorScheme scheme, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setLocale(language));
        if (!user.isEmpty()) {
            ConsoleClient client = rig.signedIn(user);
            context.addCookies(client.cookies.entrySet().stream()
                    .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                            .setDomain("127.0.0.1")
                            .setPath("/console/"))
                    .toList());
        }
        return context;
    }

    /** A browser whose scripts are off, in which nobody is signed in. */
    public BrowserContext withoutScripts() {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
    }

    public URI at(String path) {
        return URI.create(rig.base + "/console" + path);
    }

    /** Checks the page that is shown; {@code name} is the picture's. */
    public void check(Page page, String name) {
        checkRules(page, name);
        checkLayout(page, name);
    }

    /** What does not depend on the width. */
    private static void checkRules(Page page, String name) {
        assertThat(new AxeBuilder(page)
                        .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                                .map(v -> v.getId() + ": " + v.getNodes())
                                .toList())
                .as(name)
                .isEmpty();
    }

    /** Only that all of it is to be seen, at any size of letters; the picture is the rest. */
    public void checkLayout(Page page, String name) {
        assertThat(page.evaluate(NOTHING_ASIDE))
                .as("%s: nothing to scroll aside", name)
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(page.evaluate(NOTHING_ASIDE))
                .as("%s with large letters: %s", name, page.evaluate(TOO_WIDE))
                .isEqualTo(true);
        page.evaluate("document.documentElement.style.fontSize = ''");
    }

    /** Waits until what that CSS selector says has the focus, which the browser sets a moment after it has loaded the page. */
    public void awaitFocus(Page page, String selector) {
        // Not by the page's own scripts: they may be off.
        await().pollInSameThread()
                .until(() -> (Boolean) page.evaluate("s => document.activeElement.matches(s)", selector));
    }

    /** Every control is reached by Tab, is seen to have the focus, and is large enough. */
    public void checkKeyboard(Page page, String name) {
        int controls = ((Number) page.evaluate(FOCUSABLE + ".length")).intValue();
        page.evaluate(FOCUSABLE + ".forEach((e, i) => e.dataset.walk = i)");
        page.evaluate("document.activeElement.blur()");
        Set<Object> seen = new HashSet<>();
        // A field for a time has a stop for each of its parts.
        for (int i = 0; i < controls + MORE_STOPS && seen.size() < controls; i++) {
            page.keyboard().press("Tab");
            Object reached = page.evaluate("document.activeElement.dataset.walk");
            if (reached != null && seen.add(reached)) {
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("%s: focus of %s", name, page.evaluate("document.activeElement.outerHTML"))
                        .isNotEqualTo("none");
            }
        }
        // The radio buttons of a group are one stop.
        Object groups = page.evaluate(
                "(() => { const radios = " + FOCUSABLE
                        + ".filter(e => e.type === 'radio'); return radios.length - new Set(radios.map(e => e.name)).size })()");
        assertThat(seen).as("%s: reached by keyboard", name).hasSize(controls - ((Number) groups).intValue());
    }
}
