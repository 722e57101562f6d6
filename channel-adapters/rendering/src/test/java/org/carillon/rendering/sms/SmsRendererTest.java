package org.carillon.rendering.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.stream.IntStream;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notice.Kind;
import org.carillon.rendering.notice.Notices;
import org.carillon.rendering.sms.SmsRendition.Omission;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.rendition.Rendition;
import org.junit.jupiter.api.Test;

class SmsRendererTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> ONE_AREA = List.of("Old Harbour");
    private static final Notice ALERT = Notices.notice(Kind.ALERT, "en");

    @Test
    void shouldSayTheFactsInOrder() {
        String body = ready(ALERT, SmsLimits.DEFAULT).body();
        assertThat(body)
                .containsSubsequence(
                        "Meridian Water",
                        "URGENT",
                        "Boil your water",
                        "Old Harbour",
                        "What to do",
                        "Until",
                        "4F7K-92QX");
    }

    @Test
    void shouldCutTheDescriptionFromItsEndFirst() {
        // Given
        SmsLimits two = new SmsLimits(2, 6, 1600);

        Notice short_ = Notices.with(ALERT, ALERT.description(), "Boil water for 1 minute. ".repeat(4), ONE_AREA);

        // When
        SmsRendition.Ready ready = ready(short_, two);

        // Then
        assertThat(ready.omitted()).containsExactly(Omission.DESCRIPTION);
        assertThat(ready.body())
                .contains("A main burst in Quay Street at 12:40.")
                .doesNotContain("The next news");
        assertThat(ready.segmentation().count()).isEqualTo(2);
    }

    @Test
    void shouldThenCountAreasInsteadOfNamingThem() {
        List<String> areas =
                IntStream.rangeClosed(1, 60).mapToObj(n -> "District " + n).toList();
        SmsRendition.Ready ready = ready(Notices.with(ALERT, "More.", ALERT.instruction(), areas), SmsLimits.DEFAULT);
        assertThat(ready.omitted()).containsExactlyInAnyOrder(Omission.DESCRIPTION, Omission.AREAS);
        assertThat(ready.body()).containsPattern("Where: District 1, District 2, .* and \\d+ more");
        assertThat(ready.segmentation().count()).isEqualTo(4);
    }

    @Test
    void shouldFallBackToTheEventLast() {
        Notice long_ = Notices.with(ALERT, null, "Go to high ground now. ".repeat(5), ONE_AREA);
        SmsRendition.Ready ready = ready(long_, new SmsLimits(2, 2, 1600));
        assertThat(ready.omitted()).isEmpty();
        Notice longer = Notices.with(ALERT, null, "Go to high ground now. ".repeat(8), ONE_AREA);
        ready = ready(longer, new SmsLimits(2, 2, 1600));
        assertThat(ready.omitted()).containsExactly(Omission.HEADLINE);
        assertThat(ready.body()).contains("Unsafe drinking water").doesNotContain("Boil your water");
    }

    /** With the event for a headline there is room for all names again: none gives way to "and 2 more". */
    @Test
    void shouldNameAllDistrictsAgainOnceTheHeadlineIsGone() {
        Notice notice =
                Notices.with(ALERT, null, "Go to high ground now. ".repeat(8), List.of("Old Harbour", "Mill", "Quay"));
        int withAll = ready(notice, new SmsLimits(6, 6, 1600)).body().length();

        for (int room = withAll - 1; room > withAll - 40; room--) {
            SmsRendition rendition = renderer(new SmsLimits(6, 6, room)).compose(notice, ContentFormat.STANDARD);
            if (rendition instanceof SmsRendition.Ready ready
                    && ready.omitted().contains(Omission.HEADLINE)
                    && ready.omitted().contains(Omission.AREAS)) {
                String named = ready.body().replaceFirst("Where: .*", "Where: Old Harbour, Mill and Quay");
                assertThat(named.length()).isGreaterThan(room);
            }
        }
        assertThat(ready(notice, new SmsLimits(6, 6, withAll - 14)).omitted()).containsExactly(Omission.HEADLINE);
    }

    /** A telephone takes the direction of a message from its first letter. */
    @Test
    void shouldRunFromTheRightAlsoBehindALatinName() {
        Notice arabic = Notices.notice(Kind.ALERT, "ar");
        String own = ready(arabic, SmsLimits.DEFAULT).body();

        assertThat(own).doesNotContain("\u200F");
        assertThat(ready(Notices.by("Meridian", arabic), SmsLimits.DEFAULT).body())
                .startsWith("\u200FMeridian: ")
                .hasSize(own.length() - arabic.authority().length() + "Meridian".length() + 1);
        assertThat(ready(Notices.by("ميريديان", ALERT), SmsLimits.DEFAULT).body())
                .doesNotContain("\u200F");
    }

    @Test
    void shouldKeepEveryFactWhenOnlyTheTargetIsOutOfReach() {
        Notice notice = Notices.with(ALERT, "More.", "Go to high ground now. ".repeat(28), ALERT.areas());
        SmsRendition.Ready ready = ready(notice, SmsLimits.DEFAULT);
        assertThat(ready.omitted()).containsExactly(Omission.DESCRIPTION);
        assertThat(ready.segmentation().count()).isEqualTo(6);
    }

    @Test
    void shouldRefuseAnInstructionThatDoesNotFit() {
        Notice notice = Notices.with(ALERT, null, "x".repeat(1000), ONE_AREA);
        SmsRendition rendition = renderer(SmsLimits.DEFAULT).compose(notice, ContentFormat.STANDARD);
        assertThat(rendition).asInstanceOf(type(SmsRendition.TooLong.class)).satisfies(tooLong -> {
            assertThat(tooLong.parts()).isEqualTo(8);
            assertThat(tooLong.maxParts()).isEqualTo(6);
            Notice shorter = Notices.with(ALERT, null, "x".repeat(1000 - tooLong.excess()), ONE_AREA);
            assertThat(renderer(SmsLimits.DEFAULT).compose(shorter, ContentFormat.STANDARD))
                    .isInstanceOf(SmsRendition.Ready.class);
        });
    }

    @Test
    void shouldRefuseBeyondTheProvidersCharacters() {
        Notice notice = Notices.with(ALERT, null, "x".repeat(400), ONE_AREA);
        assertThat(renderer(new SmsLimits(4, 6, 300)).compose(notice, ContentFormat.STANDARD))
                .isInstanceOf(SmsRendition.TooLong.class);
    }

    @Test
    void shouldSayWhatWasCancelledAndWhenItWasSent() {
        assertThat(ready(Notices.notice(Kind.CANCEL, "en"), SmsLimits.DEFAULT).body())
                .contains("CANCELLED", "\"Unsafe drinking water\" of Sun 22 Nov, 14:05")
                .doesNotContain("Until", "Boil");
    }

    @Test
    void shouldNeedToKnowWhatIsCancelled() {
        assertThatThrownBy(() -> new Notice(
                        ALERT.alertId(),
                        ALERT.thread(),
                        ALERT.sent(),
                        "en",
                        Kind.CANCEL,
                        false,
                        ALERT.severity(),
                        "Meridian Water",
                        "Unsafe water",
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        "4F7K-92QX",
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldMarkAnExerciseAtBothEnds() {
        String body = ready(Notices.exercise(ALERT), SmsLimits.DEFAULT).body();
        assertThat(body).startsWith("EXERCISE - NOT A REAL ALERT\n").endsWith("\nEXERCISE");
    }

    @Test
    void shouldShortenTheMarkOfAnExerciseRatherThanRefuseIt() {
        // Given room for all but a few letters, even with the event for a headline
        Notice exercise = Notices.exercise(Notices.with(ALERT, null, ALERT.instruction(), List.of()));
        int room = ready(exercise, SmsLimits.DEFAULT).body().length() - 15;

        String body = ready(exercise, new SmsLimits(6, 6, room)).body();

        assertThat(body)
                .startsWith("EXERCISE\n")
                .contains("Boil your water before")
                .endsWith("\nEXERCISE");
    }

    @Test
    void shouldGiveUpTheWeekdayWhereItAloneWouldCostUcs2() {
        // Given: "sáb" has an accent that GSM-7 lacks
        Notice es = Notices.with(Notices.notice(Kind.ALERT, "es"), null, "Hierva el agua.", List.of("La Ribera"));
        Notice saturday = new Notice(
                es.alertId(),
                es.thread(),
                es.sent(),
                "es",
                Kind.ALERT,
                false,
                es.severity(),
                es.authority(),
                es.event(),
                es.headline(),
                null,
                es.instruction(),
                null,
                es.areas(),
                java.util.Objects.requireNonNull(es.expires()).plusDays(4),
                es.code(),
                null);

        // Then
        SmsRendition.Ready ready = ready(saturday, SmsLimits.DEFAULT);
        assertThat(ready.segmentation().encoding()).isEqualTo(SmsEncoding.GSM_7);
        assertThat(ready.body()).contains("Hasta: 28 nov, 18:00");
        assertThat(ready(es, SmsLimits.DEFAULT).body()).contains("Hasta: mar, 24 nov, 18:00");
    }

    @Test
    void shouldBecomeTheRecordToFreeze() {
        Rendition rendition = ready(ALERT, SmsLimits.DEFAULT).toRendition("en", ContentFormat.STANDARD);
        assertThat(rendition.channel()).isEqualTo("sms");
        assertThat(rendition.attributes()).containsEntry("encoding", "GSM_7").containsEntry("parts", "3");
    }

    @Test
    void shouldNeverPrintTheTexts() {
        assertThat(ready(ALERT, SmsLimits.DEFAULT)).asString().doesNotContain("water");
        assertThat(ALERT).asString().doesNotContain("ater");
    }

    private static SmsRenderer renderer(SmsLimits limits) {
        return new SmsRenderer(CATALOGUE, LocalStyle.of("GB"), limits);
    }

    private static SmsRendition.Ready ready(Notice notice, SmsLimits limits) {
        return (SmsRendition.Ready) renderer(limits).compose(notice, ContentFormat.STANDARD);
    }
}
