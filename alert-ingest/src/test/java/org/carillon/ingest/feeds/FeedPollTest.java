package org.carillon.ingest.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carillon.ingest.TestHub.district;
import static org.carillon.ingest.TestHub.info;
import static org.carillon.ingest.TestHub.polygon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.console.FakeOffice;
import org.carillon.ingest.feeds.Fetching.Fetched;
import org.carillon.ingest.kafka.Commands;
import org.carillon.ingest.office.Acts;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapReading;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.Decision;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.feed.FeedItem;
import org.carillon.schemas.feed.FeedItem.Outcome;
import org.carillon.schemas.feed.FeedState;
import org.carillon.schemas.keys.OfficeKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedPollTest {
    private static final String URL = "https://met.example/cap.atom";
    private static final String SENDER = "water@port-maravel.example";
    private static final String OPEN = "40.005,-18.0 40.005,-17.995 40.01,-17.995";

    private final MemoryFeeds store = new MemoryFeeds();
    private final FakeWeb web = new FakeWeb();
    private final FakeRouter router = new FakeRouter();
    private final Acts acts =
            new FakeOffice().desk(OfficeKeys.ephemeral(), TestHub.CLOCK).acts();
    private final TrustedFeeds trusted = new TrustedFeeds(acts);
    private final FeedPoll poll = new FeedPoll(
            store,
            web,
            new FeedIntake(TestHub.submissions(router.alerts::values), router, trusted, TestHub.CLOCK),
            TestHub.CLOCK);

    @Test
    void shouldSubmitWhatIsNewTheOldestFirst() {
        // Given
        web.message("2.cap", cap("second"));
        web.message("1.cap", cap("first"));
        web.feed("2.cap", "1.cap");

        // When
        poll.poll(feed(false));
        poll.poll(feed(false));

        // Then
        assertThat(router.asked)
                .extracting(submit -> submit.content().identifier())
                .containsExactly("first", "second");
        assertThat(router.asked).allSatisfy(submit -> {
            assertThat(submit.actor().user()).isEqualTo("feed:met");
            assertThat(submit.actor().roles()).containsExactly(Role.PARTNER);
            assertThat(Objects.requireNonNull(submit.content().source()).feed()).isEqualTo("met");
            assertThat(submit.content().source().trusted()).isFalse();
        });
        assertThat(outcomes()).containsOnly(Outcome.TAKEN);
        assertThat(store.items.values()).allMatch(item -> item.alertId() != null && item.original() == null);
        assertThat(web.asked).containsExactly("cap.atom", "1.cap", "2.cap", "cap.atom");
    }

    @Test
    void shouldLetOneBadItemStopNoOther() {
        web.message("1.cap", cap("first"));
        web.message("2.cap", "<html/>");
        web.message("3.cap", cap("third").replace("<scope>Public</scope>", ""));
        web.feed("1.cap", "2.cap", "3.cap", "gone.cap", "http://[", "4.cap");
        web.message("4.cap", cap("fourth").replace("cap:1.2", "cap:1.1"));

        poll.poll(feed(false));

        assertThat(router.asked).hasSize(1);
        assertThat(outcomes()).containsOnly(Outcome.TAKEN, Outcome.REFUSED);
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("WRONG_NAMESPACE"))
                .anyMatch(reason -> reason.contains("ELEMENT_MISSING"))
                .anyMatch(reason -> reason.contains("HTTP 404"))
                .anyMatch(reason -> reason.contains("no URL"))
                .anyMatch(reason -> reason.contains("Versions 1.0 and 1.1 are not read"));
        assertThat(store.items.values())
                .filteredOn(item -> String.valueOf(item.reason()).contains("ELEMENT_MISSING"))
                .allMatch(item -> item.original() != null);
        assertThat(state().problem()).isNull();
    }

    @Test
    void shouldAskOnlyForWhatHasChanged() {
        web.message("1.cap", cap("first"));
        web.feed("1.cap");
        poll.poll(feed(false));
        assertThat(state().etag()).isEqualTo("\"1\"");

        web.unchanged = true;
        poll.poll(feed(false));

        assertThat(web.etags).containsExactly("none", "\"1\"");
        assertThat(state().etag()).isEqualTo("\"1\"");
        assertThat(state().readAt()).isEqualTo(TestHub.NOON);
        poll.poll(new Feed(
                "met", URL + "?other", List.of(SENDER), false, null, null, false, 60, true, "cleo", TestHub.NOON));
        assertThat(web.etags).containsExactly("none", "\"1\"", "none");
    }

    @Test
    void shouldTryAgainWhatCannotBeHadForAWhile() {
        web.passing = true;
        web.feed("late.cap");

        poll.poll(feed(false));

        assertThat(store.items).isEmpty();
        assertThat(state().etag()).isNull();
        assertThat(state().problem()).contains("tried again");
        web.message("late.cap", cap("late"));
        poll.poll(feed(false));
        assertThat(outcomes()).containsOnly(Outcome.TAKEN);
        assertThat(state().etag()).isNotNull();
    }

    @Test
    void shouldGiveUpAfterSomeTime() {
        web.passing = true;
        web.feed("never.cap");
        for (int i = 0; i < 5; i++) {
            poll.poll(feed(false));
        }
        assertThat(outcomes()).containsOnly(Outcome.REFUSED);
        assertThat(state().problem()).isNull();
    }

    @Test
    void shouldTakeUpWhatTheRouterHasNotDecided() {
        router.silent = true;
        web.message("1.cap", cap("first"));
        web.feed("1.cap");
        for (int i = 0; i < 9; i++) {
            poll.poll(feed(false));
        }
        assertThat(store.items).isEmpty();

        router.silent = false;
        poll.poll(feed(false));
        assertThat(outcomes()).containsOnly(Outcome.TAKEN);
    }

    @Test
    void shouldKnowWhatCameFromElsewhere() {
        web.message("1.cap", cap("first"));
        web.feed("1.cap");
        router.repeated = true;

        poll.poll(feed(false));

        assertThat(outcomes()).containsOnly(Outcome.KNOWN);
    }

    @Test
    void shouldTakeNothingMissingForACancel() {
        web.message("1.cap", cap("first"));
        web.feed("1.cap");
        poll.poll(feed(false));
        web.feed();
        poll.poll(feed(false));

        assertThat(router.asked).hasSize(1);
        assertThat(outcomes()).containsOnly(Outcome.TAKEN);
    }

    @Test
    void shouldLeaveOtherPlacesAndOldNewsAlone() {
        web.message("far.cap", TestHub.cap("far", "Alert", "", info("en", "h", polygon("10,10 10,11 11,11 10,10"))));
        web.message("old.cap", cap("old").replace("2026-11-23", "2026-11-22"));
        web.message(
                "swap.cap",
                TestHub.cap(
                        "swap",
                        "Alert",
                        "",
                        info("en", "h", polygon("-18.0,40.005 -17.995,40.005 -17.995,40.01 -18.0,40.005"))));
        web.message("who.cap", cap("who").replace(SENDER, "somebody@example.org"));
        web.feed("far.cap", "old.cap", "swap.cap", "who.cap");

        poll.poll(feed(false));

        assertThat(router.asked).isEmpty();
        assertThat(outcomes())
                .containsExactlyInAnyOrder(Outcome.ELSEWHERE, Outcome.OVER, Outcome.QUARANTINED, Outcome.REFUSED);
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("swapped"))
                .anyMatch(reason -> reason.contains("somebody@example.org is none of those"));
    }

    @Test
    void shouldKeepACancelOfWhatNeverCame() {
        web.message(
                "1.cap",
                TestHub.cap(
                        "c",
                        "Cancel",
                        "<references>" + SENDER + ",never,2026-11-22T11:00:00-00:00</references>",
                        info("en", "h", district("D01"))));
        web.feed("1.cap");

        poll.poll(feed(false));

        assertThat(outcomes()).containsOnly(Outcome.TAKEN);
        assertThat(router.asked.getFirst().renditions()).isEmpty();
    }

    @Test
    void shouldMendALenientFeedsFaultsAndSaySo() {
        // Given
        String faulty = TestHub.cap("open", "Alert", "", info("en", "h", polygon(OPEN)));
        web.message("1.cap", faulty);
        web.feed("1.cap");

        // When
        poll.poll(feed(true));

        // Then
        AlertCommand.Submit submit = router.asked.getFirst();
        assertThat(Objects.requireNonNull(submit.content().source()).repairs())
                .singleElement()
                .asString()
                .contains("REPAIRED_POLYGON_NOT_CLOSED");
        assertThat(submit.content().documentDigest())
                .isEqualTo(submit.capDocument().digest());
        assertThat(CapReader.read(submit.capDocument().toByteArray())).isInstanceOf(CapReading.Valid.class);
        FeedItem item = store.items.values().iterator().next();
        assertThat(item.reason()).contains("REPAIRED");
        assertThat(Objects.requireNonNull(item.original()).toByteArray()).isEqualTo(faulty.getBytes(UTF_8));
    }

    @Test
    void shouldRefuseTheSameFaultsOfAStrictFeed() {
        web.message("1.cap", TestHub.cap("open", "Alert", "", info("en", "h", polygon(OPEN))));
        web.feed("1.cap");

        poll.poll(feed(false));

        assertThat(reasons()).singleElement().asString().contains("POLYGON_NOT_CLOSED");
    }

    @Test
    void shouldSuspectAYearThatIsNotGregorian() {
        web.message("1.cap", cap("first").replace("2026-11-23", "2569-11-23"));
        web.feed("1.cap");

        poll.poll(feed(true));

        assertThat(Objects.requireNonNull(router.asked.getFirst().content().source())
                        .suspicion())
                .contains("TIME_IMPLAUSIBLE");
        assertThat(outcomes()).containsOnly(Outcome.QUARANTINED);
    }

    @ParameterizedTest
    @CsvSource({"<rss/>", "{}", "<feed xmlns='http://www.w3.org/2005/Atom'>"})
    void shouldSayWhyAFeedCannotBeRead(String text) {
        web.documents.put("cap.atom", text);

        poll.poll(feed(false));

        assertThat(state().problem()).isNotBlank();
        assertThat(state().readAt()).isNull();
    }

    @Test
    void shouldAskWhenAFeedIsDueAndNotBefore() throws Exception {
        Instant[] now = {TestHub.NOON};
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        store.keep(feed(false));
        store.keep(new FeedState("met", URL, null, null, TestHub.NOON, null, null));
        try (FeedSchedule schedule = new FeedSchedule(store, poll, clock)) {
            schedule.runDue();
            assertThat(web.asked).isEmpty();
            now[0] = TestHub.NOON.plus(Duration.ofSeconds(60));
            schedule.runDue();
            schedule.runDue();
            await().untilAsserted(() -> assertThat(web.asked).containsExactly("cap.atom"));
        }
    }

    @Test
    void shouldNeedNoSecondPersonOnceTwoAdministratorsHaveAgreed() {
        Feed feed = new Feed("met", URL, List.of(SENDER), false, null, null, true, 60, true, "cleo", TestHub.NOON);
        web.message("1.cap", cap("first"));
        web.feed("1.cap");
        poll.poll(feed);
        acts.confirm("drew", trusted.propose(feed, "the national service").id(), null);
        web.message("2.cap", cap("second"));
        web.feed("2.cap", "1.cap");

        poll.poll(feed);

        assertThat(router.asked)
                .extracting(submit ->
                        Objects.requireNonNull(submit.content().source()).trusted())
                .containsExactly(false, true);
    }

    private static Feed feed(boolean lenient) {
        return new Feed(
                "met",
                URL,
                List.of(SENDER),
                lenient,
                null,
                null,
                false,
                60,
                true,
                "cleo",
                TestHub.NOON.minusSeconds(9));
    }

    private static String cap(String identifier) {
        return TestHub.cap(identifier, "Alert", "", info("en", "Boil your water", district("D01")));
    }

    private FeedState state() {
        return store.state("met").orElseThrow();
    }

    private List<Outcome> outcomes() {
        return store.items.values().stream().map(FeedItem::outcome).toList();
    }

    private List<String> reasons() {
        return store.items.values().stream()
                .map(FeedItem::reason)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Documents by the last part of their address. */
    private static final class FakeWeb implements Fetching {
        final Map<String, String> documents = new HashMap<>();
        final List<String> asked = new CopyOnWriteArrayList<>();
        final List<String> etags = new ArrayList<>();
        boolean unchanged;
        boolean passing;
        private int version;

        void message(String name, String text) {
            documents.put(name, text);
        }

        void feed(String... links) {
            StringBuilder feed = new StringBuilder("<feed xmlns='http://www.w3.org/2005/Atom'>");
            for (String link : links) {
                feed.append("<entry><link href='").append(link).append("'/></entry>");
            }
            documents.put("cap.atom", feed.append("</feed>").toString());
            version++;
        }

        @Override
        public Fetched fetch(URI url, @Nullable String etag, @Nullable String lastModified, int most) {
            String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
            asked.add(name);
            if (name.equals("cap.atom")) {
                etags.add(etag == null ? "none" : etag);
                if (unchanged) {
                    return new Fetched.Unchanged();
                }
            }
            String text = documents.get(name);
            return text == null
                    ? new Fetched.Failed("It answers with HTTP 404.", passing)
                    : new Fetched.Document(url, new Bytes(text.getBytes(UTF_8)), "\"" + version + "\"", null);
        }
    }

    /** Decides as the router does, as far as feeds see it. */
    private static final class FakeRouter implements Commands {
        final List<AlertCommand.Submit> asked = new ArrayList<>();
        final Map<AlertId, Alert> alerts = new HashMap<>();
        boolean silent;
        boolean repeated;

        @Override
        public Optional<Decision> ask(AlertCommand command) {
            if (silent) {
                return Optional.empty();
            }
            AlertCommand.Submit submit = (AlertCommand.Submit) command;
            asked.add(submit);
            boolean suspected = submit.content().source() != null
                    && submit.content().source().suspicion() != null;
            Alert alert =
                    TestHub.alert(submit.content(), suspected ? AlertState.QUARANTINED : AlertState.PENDING_APPROVAL);
            return Optional.of(new Decision.Done(command.commandId(), command.alertId(), alert, repeated));
        }
    }
}
