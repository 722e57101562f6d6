package org.carillon.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.ConsoleClient;
import org.carillon.ingest.console.ConsoleRig;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.console.SharedBrowser;
import org.carillon.ingest.console.Walk;
import org.carillon.ingest.console.feed.FeedsFeature;
import org.carillon.ingest.office.Acts;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedState;
import org.carillon.schemas.keys.OfficeKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console's pages about feeds. */
@ExtendWith(SharedBrowser.class)
class FeedPagesTest {
    private static final String URL = "http://127.0.0.1/cap.atom";
    private static final String SENDER = "water@port-maravel.example";

    private final FakeOffice office = new FakeOffice();
    private final Acts acts = office.desk(OfficeKeys.ephemeral(), TestHub.CLOCK).acts();
    private final MemoryFeeds store = new MemoryFeeds();
    private final FeedService service = new FeedService(
            TestHub.CITY.pack(),
            store,
            TestHub.submissions(List::of),
            command -> Optional.empty(),
            acts,
            true,
            TestHub.CLOCK);
    private final ConsoleRig rig = new ConsoleRig(office, new FeedsFeature(service.operations(), TestHub.CITY.pack()));

    @AfterEach
    void stop() {
        rig.close();
        service.close();
    }

    @Test
    void shouldAddAFeedAndChangeNothingElseOfIt() {
        ConsoleClient root = rig.signedIn("root");
        root.get("/feed");

        assertThat(root.post(
                                "/feed",
                                "fresh",
                                "yes",
                                "name",
                                "met",
                                "url",
                                URL,
                                "senders",
                                SENDER + "\r\nhealth@port-maravel.example",
                                "intervalSeconds",
                                "300",
                                "topic",
                                "weather",
                                "purpose",
                                "",
                                "active",
                                "yes",
                                "secondPerson",
                                "yes")
                        .statusCode())
                .isEqualTo(303);
        Feed feed = Objects.requireNonNull(store.feeds.get("met"));
        assertThat(feed.senders()).containsExactly(SENDER, "health@port-maravel.example");
        assertThat(feed.topic()).isEqualTo("weather");
        assertThat(feed.intervalSeconds()).isEqualTo(300);
        String form = root.get("/feed?name=met").body();
        assertThat(form)
                .contains("value=\"300\"", "value=\"weather\" checked", "name=\"active\" value=\"yes\" checked")
                .contains(SENDER + "\nhealth@port-maravel.example</textarea>");
        assertThat(root.get("/feeds").body()).contains("Every alert waits for approval");
        assertThat(root.get("/feed?name=other").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAskASecondAdministratorBeforeAlertsGoOutByThemselves() {
        ConsoleClient root = rig.signedIn("root");
        root.get("/feed");
        String[] fields = {"name", "met", "url", URL, "senders", SENDER, "intervalSeconds", "60", "active", "yes"};

        assertThat(root.post("/feed", fields).body()).contains("Expected why its alerts need no second person");
        assertThat(store.feeds).isEmpty();
        String[] withReason = List.of(fields).toArray(new String[fields.length + 2]);
        withReason[fields.length] = "reason";
        withReason[fields.length + 1] = "the national <b>service</b>";
        root.post("/feed", withReason);

        String act = acts.pending().getFirst().id();
        assertThat(root.get("/feeds").body())
                .contains("Every alert waits for approval", "href=\"/console/acts/" + act + '"');
        assertThat(root.get("/acts/" + act).body())
                .contains(URL, SENDER, "the national &lt;b&gt;service&lt;/b&gt;")
                .doesNotContain("<b>service");
        acts.confirm("second", act, null);
        assertThat(root.get("/feeds").body()).contains("two administrators agreed");
    }

    @Test
    void shouldLetOnlyAdministratorsChangeFeeds() {
        ConsoleClient ana = rig.signedIn("ana");

        assertThat(ana.get("/feeds").statusCode()).isEqualTo(200);
        assertThat(ana.get("/feed").statusCode()).isEqualTo(403);
        assertThat(ana.post("/feed", "name", "met").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"360, DARK, en", "1440, LIGHT, en", "360, LIGHT, ar"})
    void shouldKeepTheRulesOnEveryPage(int width, ColorScheme scheme, String language, Browser browser) {
        store.keep(new Feed("met", URL, List.of(SENDER), true, null, null, true, 60, true, "root", TestHub.NOON));
        store.keep(new FeedState("met", URL, null, null, TestHub.NOON, TestHub.NOON, "It was away: HTTP 503."));
        store.keep(new FeedItem(
                "met",
                "https://x.example/" + "a".repeat(80),
                FeedItem.Outcome.REFUSED,
                null,
                "ELEMENT_MISSING (line 3): <sent> is missing",
                null,
                TestHub.NOON));
        Walk walk = new Walk(browser, rig);
        try (BrowserContext context = walk.context("root", width, scheme, language);
                Page page = context.newPage()) {
            for (String path : List.of("/feeds", "/feed", "/feed?name=met")) {
                page.navigate(walk.at(path).toString());
                walk.check(page, path.replaceAll("[^a-z]", "-").substring(1) + '-' + language + '-' + width);
                walk.checkKeyboard(page, path);
            }
            page.locator("#url").fill("ftp://127.0.0.1/cap.atom");
            page.locator("main button[type=submit]").first().click();
            walk.awaitFocus(page, ".errors");
            walk.check(page, "feed-wrong-" + language + '-' + width);
        }
    }
}
