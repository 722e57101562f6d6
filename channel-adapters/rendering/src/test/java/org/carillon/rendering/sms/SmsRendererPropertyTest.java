package org.carillon.rendering.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.Notices;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

class SmsRendererPropertyTest {
    private static final SmsRenderer RENDERER =
            new SmsRenderer(Catalogue.load(), LocalStyle.plain(), SmsLimits.DEFAULT);

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void fitsAndKeepsInstructionAndCodeWhole(@ForAll("notices") Notice notice, @ForAll ContentFormat format) {
        switch (RENDERER.compose(notice, format)) {
            case SmsRendition.Ready ready -> {
                assertThat(ready.segmentation().count()).isLessThanOrEqualTo(6);
                assertThat(ready.body().length()).isLessThanOrEqualTo(1600);
                assertThat(ready.segmentation()).isEqualTo(Segmentation.of(ready.body()));
                assertThat(ready.body()).contains(notice.code());
                boolean plainGiven =
                        format == ContentFormat.PLAIN && !text(notice.plain()).isBlank();
                String whole = SmsText.tidy(plainGiven ? text(notice.plain()) : text(notice.instruction()));
                assertThat(ready.body()).contains(whole);
            }
            case SmsRendition.TooLong tooLong -> {
                assertThat(tooLong.excess()).isPositive();
                int longest = Math.max(
                        text(notice.instruction()).length(),
                        text(notice.plain()).length());
                assertThat(longest).isGreaterThan(150);
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anotherCodeIsAnotherText(@ForAll("notices") Notice notice, @ForAll ContentFormat format) {
        Notice other = withCode(notice, "ZZZZ-ZZZZ");
        if (RENDERER.compose(notice, format) instanceof SmsRendition.Ready one
                && RENDERER.compose(other, format) instanceof SmsRendition.Ready two) {
            assertThat(one.body()).isNotEqualTo(two.body());
        }
    }

    @Provide
    Arbitrary<Notice> notices() {
        Arbitrary<String> sentence = Arbitraries.of(
                "Boil your water.",
                "Stay indoors until 21:00!",
                "Évacuez le café.",
                "اغلوا الماء قبل شربه.",
                "Hierva “el agua” – ahora…",
                "Call\n555-0134",
                "Price: 5 € [approx].",
                "Go to high ground 😀 now.");
        Arbitrary<String> text = sentence.list().ofMaxSize(30).map(list -> String.join("  ", list));
        Arbitrary<String> language = Arbitraries.of(Notices.LANGUAGES);
        Arbitrary<List<String>> areas = Arbitraries.of("Old Harbour", "Ribera Ñuñoa", "تل الطاحونة", "Córdoba")
                .list()
                .ofMaxSize(40);
        Arbitrary<Notice.Kind> kinds = Arbitraries.of(Notice.Kind.values());
        Arbitrary<Severity> severities = Arbitraries.of(Severity.values());
        Arbitrary<String> plain = Arbitraries.oneOf(text, Arbitraries.just(""));
        return Combinators.combine(language, kinds, severities, text, text, plain, areas)
                .as((l, kind, severity, description, instruction, plainText, names) -> new Notice(
                        Notices.notice(kind, "en").alertId(),
                        Notices.notice(kind, "en").thread(),
                        Notices.notice(kind, "en").sent(),
                        l,
                        kind,
                        severity == Severity.UNKNOWN,
                        severity,
                        "Meridian Water",
                        "Unsafe water",
                        "Boil your water before you drink it",
                        description,
                        instruction,
                        plainText,
                        names,
                        ZonedDateTime.parse("2026-11-28T18:00:00+01:00"),
                        "4F7K-92QX",
                        new Notice.Earlier("Boil your water", ZonedDateTime.parse("2026-11-22T14:05:00+01:00"))));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Notice withCode(Notice n, String code) {
        return new Notice(
                n.alertId(),
                n.thread(),
                n.sent(),
                n.language(),
                n.kind(),
                n.exercise(),
                n.severity(),
                n.authority(),
                n.event(),
                n.headline(),
                n.description(),
                n.instruction(),
                n.plain(),
                n.areas(),
                n.expires(),
                code,
                n.earlier());
    }
}
