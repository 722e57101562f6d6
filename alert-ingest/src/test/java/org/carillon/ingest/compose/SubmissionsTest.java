package org.carillon.ingest.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.carillon.ingest.TestHub.cap;
import static org.carillon.ingest.TestHub.district;
import static org.carillon.ingest.TestHub.info;
import static org.carillon.ingest.TestHub.polygon;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.http.Problem;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.rendition.Rendition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionsTest {
    private static final Wishes NONE = new Wishes(null, null, List.of(), false);
    private static final String IN_D01 = "40.005,-18.0 40.005,-17.995 40.01,-17.995 40.005,-18.0";
    private static final String FAR_AWAY = "10,10 10,11 11,11 10,10";
    private static final String REFERENCES =
            "<references>water@port-maravel.example,first,2026-11-22T11:55:00-00:00</references>";
    private static final String ALERT = cap("first", "Alert", "", info("en", "Boil your water", district("D01")));

    @Test
    void shouldSayWhatFollowsFromAMessage() {
        Submissions.Prepared prepared = prepare(cap(
                "first",
                "Alert",
                "",
                info("en", "Boil your water", district("D02")),
                info("es", "Hierva el agua", polygon(IN_D01))));

        AlertContent content = prepared.content();
        assertThat(content.purpose()).isEqualTo("city-alerts");
        assertThat(content.topic()).isEqualTo("water");
        assertThat(content.severity()).isEqualTo(Severity.SEVERE);
        // The union of the areas of all infos, in the city's order.
        assertThat(content.districts()).containsExactly("D01", "D02");
        assertThat(content.matchedBy()).containsEntry("D01", "POLYGON").containsEntry("D02", "GEOCODE");
        assertThat(content.texts()).containsOnlyKeys("en", "es");
        assertThat(content.channels()).containsExactly("sms");
        assertThat(content.signature().state()).isEqualTo(SignatureState.NONE);
        assertThat(content.renditionsDigest()).isEqualTo(Rendition.digest(prepared.renditions()));
        assertThat(prepared.renditions())
                .hasSize(4)
                .allSatisfy(r -> assertThat(r.body()).contains(verificationCode(content)));
        assertThat(prepared.unreviewed()).contains("es").doesNotContain("en");
        assertThat(TestHub.submissions(List::of, "es", "ar")
                        .prepare(TestHub.bytes(ALERT), NONE)
                        .unreviewed())
                .isEmpty();
    }

    @Test
    void shouldKnowTheSameMessageInAnotherLayoutAndNoOther() {
        String digest = prepare(ALERT).content().contentDigest();

        assertThat(prepare(ALERT.replace("\n", "\r\n").replace("  <", "\t<"))
                        .content()
                        .contentDigest())
                .isEqualTo(digest);
        assertThat(prepare(ALERT.replace("Boil your", "Drink your")).content().contentDigest())
                .isNotEqualTo(digest);
        assertThat(prepare(ALERT, new Wishes(null, "health", List.of(), false))
                        .content()
                        .contentDigest())
                .isNotEqualTo(digest);
        assertThat(prepare(ALERT, new Wishes("health", null, List.of(), false), 422))
                .isNotNull();
    }

    @Test
    void shouldTellWishesApart() {
        assertThat(digest(new Wishes("a", null, List.of(), false)))
                .isNotEqualTo(digest(new Wishes(null, "a", List.of(), false)));
        assertThat(digest(new Wishes(null, null, List.of("a", "b"), false)))
                .isNotEqualTo(digest(new Wishes(null, null, List.of("a, b"), false)));
        assertThat(digest(NONE)).isNotEqualTo(digest(new Wishes(null, null, List.of(), true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-22T11:55:00                 | 2026-11-22T12:20:00      | HUB_SENT_IN_FUTURE      | /alert/sent
            2026-11-23T12:00:00                 | 2026-11-22T12:00:00      | HUB_EXPIRED             | /alert/info/expires
            >en<                                | >so<                     | HUB_LANGUAGE_UNSUPPORTED | /alert/info/language
            >D01<                               | >D99<                    | HUB_AREA_OUTSIDE        | /alert/info/area
            port-maravel:district               | elsewhere                | HUB_AREA_OUTSIDE        | /alert/info/area
            """)
    void shouldNameTheRuleAndTheLine(String cut, String in, String rule, String path) {
        Problem problem = prepare(ALERT.replace(cut, in), NONE, 422);

        assertThat(problem.violations()).singleElement().satisfies(v -> {
            assertThat(v.rule()).isEqualTo(rule);
            assertThat(v.path().replaceAll("\\[\\d+]", "")).isEqualTo(path);
            assertThat(v.line()).isGreaterThan(2);
        });
    }

    @Test
    void shouldRefuseAnAlertWithoutAPlaceOrOutsideTheCity() {
        assertThat(rules(cap("x", "Alert", "", info("en", "h", "<area><areaDesc>All</areaDesc></area>"))))
                .containsExactly("HUB_AREA_MISSING");
        assertThat(rules(cap("x", "Alert", "", info("en", "h", "")))).containsExactly("HUB_AREA_MISSING");
        assertThat(rules(cap("x", "Alert", "", info("en", "h", polygon(FAR_AWAY)))))
                .containsExactly("HUB_AREA_OUTSIDE");
        assertThat(rules(cap("x", "Alert", ""))).contains("HUB_INFO_MISSING");
        assertThat(rules(cap("x", "Update", REFERENCES))).contains("HUB_INFO_MISSING");
    }

    @Test
    void shouldListAllFaultsAtOnce() {
        assertThat(rules(ALERT.replace(">D01<", ">D99<")
                        .replace("2026-11-23", "2026-11-21")
                        .replace(">en<", ">so<")))
                .containsExactlyInAnyOrder("HUB_AREA_OUTSIDE", "HUB_EXPIRED", "HUB_LANGUAGE_UNSUPPORTED");
    }

    @Test
    void shouldRefuseUnknownPurposeTopicAndChannel() {
        Problem problem = prepare(ALERT, new Wishes("spam", "games", List.of("fax"), false), 422);

        assertThat(problem.violations())
                .extracting(CapViolation::rule)
                .containsExactlyInAnyOrder("HUB_PURPOSE_UNKNOWN", "HUB_TOPIC_UNKNOWN", "HUB_CHANNEL_UNKNOWN");
        assertThat(problem.violations())
                .anySatisfy(v -> assertThat(v.message()).contains("'spam'").contains("city-alerts"));
        assertThat(prepare(ALERT, new Wishes("city-alerts", "school", List.of("sms", "sms"), false))
                        .content())
                .satisfies(content -> {
                    assertThat(content.topic()).isEqualTo("school");
                    assertThat(content.channels()).containsExactly("sms");
                });
    }

    @Test
    void shouldNeverCutAnInstruction() {
        String tooLong = ALERT.replace(
                "Boil it for 1 minute.", "Boil it for 1 minute. ".repeat(60).strip());

        assertThat(prepare(tooLong, NONE, 422).violations())
                .isNotEmpty()
                .allSatisfy(v -> assertThat(v.rule()).isEqualTo("HUB_TEXT_TOO_LONG"));
    }

    @Test
    void shouldLeaveOutLanguagesThatTheHubDoesNotSpeak() {
        AlertContent content = prepare(
                        cap("x", "Alert", "", info("so", "Kari", district("D01")), info("en", "Boil", district("D02"))))
                .content();

        assertThat(content.texts()).containsOnlyKeys("en");
        assertThat(content.districts()).containsExactly("D01", "D02");
    }

    @Test
    void shouldGiveACancelTheDistrictsAndTextsOfWhatItTakesBack() {
        Alert first = TestHub.alert(prepare(ALERT).content(), AlertState.ISSUED);
        String bare = cap("second", "Cancel", REFERENCES);

        Submissions.Prepared prepared =
                TestHub.submissions(() -> List.of(first)).prepare(TestHub.bytes(bare), NONE);

        assertThat(prepared.content().districts()).containsExactly("D01");
        assertThat(prepared.content().topic()).isEqualTo("water");
        assertThat(Objects.requireNonNull(prepared.content().texts().get("en")).instruction())
                .isNull();
        assertThat(prepared.content().expires()).isEqualTo(TestHub.NOON.plus(Duration.ofDays(1)));
        assertThat(prepared.renditions())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.body()).contains("Boil water"));
    }

    @Test
    void shouldTakeBackInTheNameThatTheAlertGave() {
        String strange = "weather.example";
        String named = ALERT.replace("<sender>water@port-maravel.example", "<sender>" + strange)
                .replace("<headline>", "<senderName>Weather Service</senderName><headline>");
        Alert first = TestHub.alert(prepare(named).content(), AlertState.ISSUED);
        String bare = cap("second", "Cancel", REFERENCES).replace("water@port-maravel.example", strange);

        Submissions.Prepared prepared =
                TestHub.submissions(() -> List.of(first)).prepare(TestHub.bytes(bare), NONE);

        assertThat(prepared.renditions())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.body()).contains("Weather Service"));
    }

    /** Who was told by push must not be left with it because somebody forgets to name it. */
    @Test
    void shouldTakeBackByAllChannelsThatTheAlertWentBy() {
        Alert first = TestHub.alert(
                TestHub.submissionsOfEveryChannel(List::of)
                        .prepare(TestHub.bytes(ALERT), new Wishes(null, null, List.of("push", "web"), false))
                        .content(),
                AlertState.ISSUED);
        Submissions later = TestHub.submissionsOfEveryChannel(() -> List.of(first));
        byte[] cancel = TestHub.bytes(cap("second", "Cancel", REFERENCES));

        assertThat(later.prepare(cancel, NONE).content().channels()).containsExactlyInAnyOrder("push", "web");
        assertThat(later.prepare(cancel, new Wishes(null, null, List.of("sms", "web"), false))
                        .content()
                        .channels())
                .containsExactlyInAnyOrder("sms", "web", "push");
    }

    @Test
    void shouldTellACancelThatExpiresAtOnce() {
        Alert first = TestHub.alert(prepare(ALERT).content(), AlertState.ISSUED);
        String over = cap("second", "Cancel", REFERENCES, info("en", "Water is safe", district("D01")))
                .replace("2026-11-23T12", "2026-11-22T11");

        assertThat(TestHub.submissions(() -> List.of(first))
                        .prepare(TestHub.bytes(over), NONE)
                        .content()
                        .expires())
                .isAfter(TestHub.NOON);
        assertThat(rules(over)).containsExactly("HUB_EXPIRED");
    }

    @Test
    void shouldOnlyRecordWhatMachinesSay() {
        Submissions.Prepared ack = prepare(cap("a", "Ack", REFERENCES)
                .replace("2026-11-22T11:55:00-00:00</sent>", "2026-11-01T11:55:00-00:00</sent>"));

        assertThat(ack.renditions()).isEmpty();
        assertThat(ack.content().districts()).isEmpty();
        assertThat(ack.content().forResidents()).isFalse();
    }

    @Test
    void shouldSay400Or413WhereAMessageCannotBeRead() {
        assertThat(prepare("<alert", NONE, 400).violations()).isNotEmpty();
        assertThat(prepare(ALERT.replace("<alert", "<!DOCTYPE x><alert"), NONE, 400)
                        .violations())
                .isNotEmpty();
        assertThat(prepare(ALERT.replace("cap:1.2", "cap:1.1"), NONE, 400).violations())
                .isNotEmpty();
        assertThat(prepare(ALERT + " ".repeat(2 * 1024 * 1024), NONE, 413).violations())
                .isNotEmpty();
        assertThat(prepare(ALERT.replace(">Actual<", ">actual<"), NONE, 422).violations())
                .isNotEmpty();
    }

    private static String verificationCode(AlertContent content) {
        return TestHub.alert(content, AlertState.DRAFT).verificationCode().value();
    }

    private static String digest(Wishes wishes) {
        return Digests.sha256(new byte[0], wishes.parts());
    }

    private static Submissions.Prepared prepare(String cap) {
        return prepare(cap, NONE);
    }

    private static Submissions.Prepared prepare(String cap, Wishes wishes) {
        return TestHub.submissions(List::of).prepare(TestHub.bytes(cap), wishes);
    }

    private static Problem prepare(String cap, Wishes wishes, int status) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> prepare(cap, wishes));
        assertThat(e.problem().status()).isEqualTo(status);
        return e.problem();
    }

    private static List<String> rules(String cap) {
        return prepare(cap, NONE, 422).violations().stream()
                .map(CapViolation::rule)
                .toList();
    }
}
