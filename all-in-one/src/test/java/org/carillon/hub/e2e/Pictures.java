package org.carillon.hub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Looks at pages of a running hub in the system's Chromium: takes their pictures and holds them against the rules of WCAG 2.2 AA. The
 * README shows the pictures; {@code -Dcarillon.write=true} puts them there.
 */
final class Pictures implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path ROOT = Path.of(System.getProperty("carillon.root", ".."));
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright;
    private final Browser browser;

    private Pictures() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Skips the test where there is no browser, saying how to get one. */
    static Pictures open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium: apt-get install chromium fonts-noto-core");
        return new Pictures();
    }

    /** A window of its own, in English; whoever closes the page closes the window. */
    Page page() {
        return browser.newPage(new Browser.NewPageOptions().setLocale("en"));
    }

    /** Takes one of a page of that width, which must keep the rules. */
    void take(String name, int width, String url, Map<String, String> headers) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 760)
                        .setExtraHTTPHeaders(headers));
                Page page = context.newPage()) {
            page.navigate(url);
            assertThat(new AxeBuilder(page)
                            .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                                    .map(v -> v.getId() + ": " + v.getNodes())
                                    .toList())
                    .as(name)
                    .isEmpty();
            Path folder = Boolean.getBoolean("carillon.write")
                    ? ROOT.resolve("docs/images")
                    : ROOT.resolve("all-in-one/target/screenshots");
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
